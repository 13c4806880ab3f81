-- Which list of an answer has the items that are paged through. In doubt it says all that could.

local paging_lists = {}

-- What one may filter by, or how many there are of each: beside the items, never they themselves.
local function is_choice(parts)
  local names = {}
  for _, part in ipairs(parts) do names[part.name] = true end
  return names.Text and names.Value and #parts <= 3
    or #parts == 2 and (names.Count or names.ID and names.Name)
end

local function keep(lists, accept)
  local kept = {}
  for _, list in ipairs(lists) do
    if accept(list) then table.insert(kept, list) end
  end
  return #kept > 0 and kept or lists
end

-- "RuleRealServers" and "RealServerSet" -> "RuleRealServer" and "RealServer"
local function noun_of(name)
  for _, ending in ipairs { "Lists?", "Set", "Infos?" } do name = name:gsub("(%w)" .. ending .. "$", "%1") end
  return (name:gsub("ies$", "y"):gsub("s$", ""))
end

-- Is the action named after the list?
local function names(list, action)
  local noun, own = noun_of((action:gsub("^%u%l+", ""))), noun_of(list.name)
  return #own > 2 and noun:sub(-#own) == own
end

-- Those of structures, and of these those that have the action's name; all where a list of plain values has it.
local function without_plain(lists, action)
  for _, list in ipairs(lists) do
    if not list.parts and names(list, action) then return lists end
  end
  lists = keep(lists, function(list) return list.parts ~= nil end)
  return #lists > 1 and keep(lists, function(list) return names(list, action) end) or lists
end

local function highest(lists)
  local function depth(list) return select(2, list.path:gsub("%.", "")) end
  local least = math.huge
  for _, list in ipairs(lists) do least = math.min(least, depth(list)) end
  return keep(lists, function(list) return depth(list) == least end)
end

-- A total or a token is about the lists beside and below it; one that stands alone in a structure, about all.
local function beside(lists, path)
  local container = path:match "^(.*%.)" or ""
  return keep(lists, function(list) return list.container:sub(1, #container) == container end)
end

-- Are the items a JSON text beside this list? Then it has their columns, or what one may filter by.
local function is_beside_text(list, answer)
  for _, container in ipairs(answer) do
    local rows, data = container.fields.ResultSet, container.fields.Data
    if container.path == list.container then
      return rows and rows.type == "string" or not list.parts and data and data.type == "string"
    end
  end
end

---The lists that can have the items; one where it is certain. Lists of plain values, and lists that are not named after
---the action, are out only where a total counts the others.
---@param answer catalog.Container[]
---@param action string
---@param total string? the path of what counts the items
---@param next string? the path of the next token
---@return catalog.List[]
function paging_lists.of(answer, action, total, next)
  local lists = {}
  for _, container in ipairs(answer) do
    for _, list in ipairs(container.lists) do table.insert(lists, list) end
  end
  lists = keep(lists, function(list) return not (list.parts and is_choice(list.parts)) end)
  if #lists > 1 and total then
    lists = without_plain(beside(lists, total), action)
  end
  if #lists == 1 and is_beside_text(lists[1], answer) then return {} end
  if #lists > 1 and #beside(lists, next or "") == #lists and #highest(lists) == 1 then return highest(lists) end
  return lists
end

---The container of all these lists; nil where they are in several.
---@param lists catalog.List[]
---@return string?
function paging_lists.container_of(lists)
  local container = lists[1] and lists[1].container
  for _, list in ipairs(lists) do
    if list.container ~= container then return nil end
  end
  return container
end

return paging_lists
