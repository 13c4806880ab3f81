-- The pages and the type stubs use the words of catalog/vocabulary.lua: all of them, and no others.

package.path = "./?.lua;" .. package.path
local read = require "spec.support.read"
local stubs = require "spec.support.stubs"
local vocabulary = require "catalog.vocabulary"

-- The rows of the table whose heading begins so: lists of cells.
local function rows_of(path, heading)
  local text = read(path) .. "\n"
  local _, last = text:find("\n" .. heading, 1, true)
  assert(last, ("%s has no table that begins with %s"):format(path, heading))
  local rows = {}
  for line in text:sub(last + 1):match("^[^\n]*\n[^\n]*\n(.-)\n\n"):gmatch "[^\n]+" do
    local cells = {}
    for cell in line:gmatch "|%s*([^|]-)%s*%f[|]" do table.insert(cells, cell) end
    table.insert(rows, cells)
  end
  return rows
end

local function first_cells(path, heading)
  local names = {}
  for position, row in ipairs(rows_of(path, heading)) do names[position] = row[1] end
  return names
end

-- The words as a page writes them.
local function in_code(words, form)
  local list = {}
  for position, word in ipairs(words) do list[position] = ("`" .. (form or "%s") .. "`"):format(word.name or word) end
  return list
end

-- 1048576 as 1,048,576.
local function with_commas(number)
  local text = ("%d"):format(number)
  return (text:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))
end

local PAGES = {
  ["docs/registry.md"] = { kinds = "| kind | meaning |", summary = "summary" },
  ["docs/registry.zh-CN.md"] = { kinds = "| 种类 | 含义 |", summary = "summary_zh" },
}

for path, page in pairs(PAGES) do
  describe(path, function()
    it("lists the kinds in their order, with their summaries and usual verdicts", function()
      local rows = rows_of(path, page.kinds)
      for position, kind in ipairs(vocabulary.kinds) do
        local row = rows[position] or {}
        assert.same({ "`" .. kind.name .. "`", kind.retryable, kind.executed }, { row[1], row[3], row[4] })
        local summary = kind[page.summary]
        assert.equal(summary, row[2]:sub(1, #summary), kind.name)
      end
      assert.equal(#vocabulary.kinds, #rows)
    end)

    for _, list in ipairs { "retryable", "executed", "source" } do
      it("lists the words of " .. list, function()
        assert.same(in_code(vocabulary[list]), first_cells(path, "| `" .. list .. "` |"))
      end)
    end

    it("lists the ways of paging, and names every field of it", function()
      local rows, fields = rows_of(path, "| `paging.kind` |"), {}
      for position, kind in ipairs(vocabulary.paging) do assert.equal(('`"%s"`'):format(kind), rows[position][1]) end
      assert.equal(#vocabulary.paging, #rows)
      for _, row in ipairs(rows) do
        for _, cell in ipairs(row) do
          for name in cell:gmatch "`(%l+)`" do fields[name] = true end
        end
      end
      for _, name in ipairs(vocabulary.paging_fields) do assert(fields[name], name) end
    end)

    it("has a property of Action for each flag", function()
      local table_of_action = assert(read(path):match "\n## Action\n(.*)$")
      for _, flag in ipairs(vocabulary.flags) do
        assert(table_of_action:find("\n| `" .. flag .. "` |", 1, true)
          or table_of_action:find("\n| `has_" .. flag .. "` |", 1, true), flag)
      end
    end)
  end)
end

describe("docs/api.md", function()
  it("lists the codes that the module makes", function()
    assert.same(in_code(vocabulary.client_codes, "ClientError.%s"), first_cells("docs/api.md", "| code | meaning |"))
  end)

  it("says which of them are worth another try, and which end a call", function()
    for position, row in ipairs(rows_of("docs/api.md", "| code | meaning |")) do
      local code = vocabulary.client_codes[position]
      assert.same({ code.broken, code.of_call }, { row[3]:find "^yes" ~= nil, row[3] == "ends a call" }, code.name)
    end
  end)

  it("states every limit", function()
    local stated = {}
    for _, row in ipairs(rows_of("docs/api.md", "| limit |")) do stated[row[1]:match "`(.*)`"] = row[2] end
    for _, limit in ipairs(vocabulary.limits) do
      local text = limit.text or with_commas(limit.value)
      assert.equal(text, (stated[limit.name] or ""):sub(1, #text), limit.name)
      stated[limit.name] = nil
    end
    assert.is_nil(next(stated))
  end)
end)

describe("library/tencentcloud.lua", function()
  local public = stubs.read "library/tencentcloud.lua"

  local function literals(words)
    local set = {}
    for _, word in ipairs(words) do set[('"%s"'):format(word.name or word)] = true end
    return set
  end

  for alias, list in pairs { Kind = "kinds", Retryable = "retryable", Executed = "executed", Source = "source" } do
    it("has the words of " .. list, function()
      assert.same(literals(vocabulary[list]), public.aliases["tencentcloud." .. alias])
    end)
  end

  it("says of each kind what the vocabulary says", function()
    local text = read "library/tencentcloud.lua"
    for _, kind in ipairs(vocabulary.kinds) do
      assert.matches(('---|"%s" # %s'):format(kind.name, kind.summary), text, 1, true)
    end
  end)

  it("has the ways of paging, and its fields", function()
    local class
    for _, one in ipairs(public.classes) do class = one.name == "tencentcloud.Paging" and one or class end
    local kinds, fields = {}, {}
    for literal in class.fields.kind:gmatch '"%l+"' do kinds[literal] = true end
    assert.same(literals(vocabulary.paging), kinds)
    local known = literals(vocabulary.paging_fields)
    for name in pairs(class.fields) do fields[('"%s"'):format(name)] = known[('"%s"'):format(name)] end
    assert.same(known, fields)
    local counts = {}
    for literal in class.fields.counts:gmatch '"%l+"' do counts[literal] = true end
    assert.same(literals(vocabulary.paging_counts), counts)
  end)
end)
