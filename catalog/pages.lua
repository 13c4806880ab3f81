-- The places where pages state how much the catalog holds, and the date of its facts. An update rewrites them.

local counts = require "catalog.counts"
local folders = require "catalog.folders"

local pages = {}

-- Each text stands in its page exactly once, wherever its lines break; {name} is a number there, {date} a date.
local PLACES = {
  { "README.md", "knows every error code that each of {actions} actions declares" },
  { "README.md", "The catalog is that of {date}: {services} services, {codes} codes." },
  { "README.zh-CN.md", "并且知道 {actions} 个接口" },
  { "README.zh-CN.md", "目录截至 {date}：{services} 个产品、{codes} 个错误码。" },
  { "catalog/README.md", "{services} services in {versions} versions, {actions} actions, {pairs} declared "
    .. "(action, code) pairs, {codes} distinct error codes." },
  { "catalog/README.md", "snapshots of {date}. None of" },
  { "docs/api.md", "{services} services, {actions} actions and {codes} codes, compiled into the module." },
  { "docs/registry.md", "declares: {services} services, {actions} actions and {codes} declared codes" },
  { "docs/registry.md", "Of the {paging} reading actions that page, {listed}% have a `list`." },
  { "docs/registry.zh-CN.md", "每个接口声明了哪些错误码：{services} 个产品、{actions} 个接口、{codes} 个" },
  { "docs/registry.zh-CN.md", "在 {paging} 个可翻页的只读接口中，{listed}% 有 `list`。" },
  { "docs/tcerr.md", "来源    {declaring} 个接口，涉及 {declarers} 个服务。" },
}

-- The code that a page shows an explanation of.
local SHOWN_CODE = "ResourceUnavailable.InArrears"

local NUMBER, DATE = "%d[%d,]*", "%d%d%d%d%-%d%d%-%d%d"

-- "1234" -> "1,234"
local function with_commas(number)
  local text = ("%d"):format(number)
  return (text:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))
end

-- A pattern for a place: a capture for each text between the names, and one for what the name stands for.
local function pattern_of(text)
  local pattern = text:gsub("[%^$()%%.%[%]*+%-?]", "%%%0"):gsub(" ", "%%s+")
  local names = {}
  pattern = pattern:gsub("{(%l+)}", function(name)
    table.insert(names, name)
    return ")(" .. (name == "date" and DATE or NUMBER) .. ")("
  end)
  -- An empty capture would be a position.
  return ("(" .. pattern .. ")"):gsub("%(%)", "([^%%d,]?)"), names
end

-- Gives the page's text with the counts in that place, or nil and the reason.
local function rewrite_place(page, place, values)
  local pattern, names = pattern_of(place)
  local first, last = page:find(pattern)
  if not first then return nil, "has no place like: " .. place end
  if page:find(pattern, last + 1) then return nil, "has more than one place like: " .. place end
  local parts = { page:match(pattern) }
  for position, name in ipairs(names) do
    local value = values[name]
    if value then parts[2 * position] = type(value) == "number" and with_commas(value) or value end
  end
  return page:sub(1, first - 1) .. table.concat(parts) .. page:sub(last + 1)
end

local function declares(action, code)
  for _, declared in ipairs(action.codes) do
    if declared == code then return true end
  end
  return false
end

-- How many actions declare the code, whatever their versions, and of how many services.
local function count_declaring(services, code)
  local seen, actions, declarers = {}, 0, 0
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      local name = service.service .. "." .. action.name
      if not seen[name] and declares(action, code) then
        actions = actions + 1
        if not seen[service.service] then declarers = declarers + 1 end
        seen[name], seen[service.service] = true, true
      end
    end
  end
  return actions, declarers
end

---What the places are about, by their names; a date only where it is given.
---@param services catalog.Service[]
---@param paging catalog.DerivedPaging
---@param date string? "2026-08-21"
---@return table<string, integer|string>
function pages.values(services, paging, date)
  local values = { paging = paging.count, listed = math.floor(100 * paging.certain / paging.count + 0.5), date = date }
  values.declaring, values.declarers = count_declaring(services, SHOWN_CODE)
  for name, number in pairs(counts.of(services)) do values[name] = number end
  return values
end

---The pages with these values in their places: those that change, by their paths.
---@param root string the folder of the project
---@param values table<string, integer|string>
---@return table<string, string>? texts
---@return string? error
function pages.rewrite(root, values)
  local old, new = {}, {}
  for _, place in ipairs(PLACES) do
    local path = root .. "/" .. place[1]
    if not new[path] then
      local text, reason = folders.read(path)
      if not text then return nil, reason end
      old[path], new[path] = text, text
    end
    local text, reason = rewrite_place(new[path], place[2], values)
    if not text then return nil, path .. " " .. reason end
    new[path] = text
  end
  for path, text in pairs(new) do
    if text == old[path] then new[path] = nil end
  end
  return new
end

return pages
