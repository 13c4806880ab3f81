-- What the columns of the compiled catalog are put together with: catalog/tables.lua has those of its facts,
-- catalog/text_tables.lua those of words and texts.

local sorted = require "catalog.sorted"
local vocabulary = require "catalog.vocabulary"

local table_builder = { LIMITS = {} }

for _, limit in ipairs(vocabulary.limits) do table_builder.LIMITS[limit.name] = limit.value end

-- The numbers of the words, from 0, as the enums of vocabulary.h have them.
function table_builder.numbers_of(list)
  local numbers = {}
  for position, word in ipairs(list) do numbers[word] = position - 1 end
  return numbers
end

-- Hands out numbers, from 0, to distinct keys in the order of asking.
function table_builder.new_numbering()
  local numbering = { ids = {}, items = {} }
  function numbering.id_of(key, item)
    if not numbering.ids[key] then
      numbering.ids[key] = #numbering.items
      table.insert(numbering.items, item)
    end
    return numbering.ids[key]
  end
  return numbering
end

-- The ids of sorted names.
function table_builder.number_sorted(set)
  local names, ids = sorted.keys(set), {}
  for position, name in ipairs(names) do ids[name] = position - 1 end
  return names, ids
end

local Builder = {}
Builder.__index = Builder

-- Gives the values of a new column.
function Builder:column(type, name)
  local column = { type = type, name = name, values = {} }
  table.insert(self.columns, column)
  return column.values
end

function Builder:size(name, value)
  table.insert(self.sizes, { name, value })
end

function Builder:verdict_of(entry, source)
  source = entry.source or source
  local key = table.concat({ entry.kind, entry.retryable, entry.executed, source }, " ")
  return self.verdicts.id_of(key, { entry = entry, source = source })
end

table_builder.Builder = Builder

return table_builder
