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

-- Those that the action is named after.
local function named_after(lists, action)
  local noun = noun_of((action:gsub("^%u%l+", "")))
  return keep(lists, function(list)
    local own = noun_of(list.name)
    return #own > 2 and noun:sub(-#own) == own
  end)
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
    lists = keep(beside(lists, total), function(list) return list.parts ~= nil end)
    if #lists > 1 then lists = named_after(lists, action) end
  end
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
