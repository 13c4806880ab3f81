-- The arrows between files, from their includes and requires, and what is wrong with them.

local layers = {}

---@class spec.Arrow
---@field from string a module: a path without its ending, or a Lua module's name
---@field to string

-- The text without its comments: what is only spoken of is no arrow.
local function without_c_comments(text)
  return (text:gsub("/%*.-%*/", ""))
end

local function without_lua_comments(text)
  return (("\n" .. text):gsub("%-%-%[%[.-%]%]", ""):gsub("\n%s*%-%-[^\n]*", "\n"):gsub("%s%-%-%s[^\n\"']*\n", "\n"))
end

---The includes of our own headers in a C file. x.c and x.h are one module.
---@param path string below src/, such as "json/index.c"
---@param text string
---@return spec.Arrow[]
function layers.of_c(path, text)
  local arrows, from = {}, path:gsub("%.[ch]$", "")
  for included in without_c_comments(text):gmatch '#%s*include%s*"([^"]+)"' do
    local to = included:gsub("%.h$", "")
    if to ~= from then table.insert(arrows, { from = from, to = to }) end
  end
  return arrows
end

---The requires in a Lua file, wherever they are: one that is made later is an arrow too. A name that is put together,
---"tencentcloud.study." .. name, stands for every module that begins so.
---@param name string the module's
---@param text string
---@param all string[] the names of all modules
---@return spec.Arrow[]
function layers.of_lua(name, text, all)
  local arrows, code = {}, without_lua_comments(text)
  for to in code:gmatch "require%s*%(?%s*[\"'](tencentcloud[%w_.]*)[\"']%s*%)?" do
    if not to:find "%.$" then table.insert(arrows, { from = name, to = to }) end
  end
  for prefix in code:gmatch "require%s*%(?%s*[\"'](tencentcloud[%w_.]*%.)[\"']%s*%.%." do
    for _, to in ipairs(all) do
      if to:sub(1, #prefix) == prefix and to ~= name then table.insert(arrows, { from = name, to = to }) end
    end
  end
  return arrows
end

---What is wrong with the arrows, a line each, sorted: a module that is in no room, an arrow that runs up.
---@param arrows spec.Arrow[]
---@param room_of fun(module: string): string?
---@param order string[] the rooms, the lowest first
---@return string[]
function layers.climbs(arrows, room_of, order)
  local height, problems = {}, {}
  for position, room in ipairs(order) do height[room] = position end
  for _, arrow in ipairs(arrows) do
    local from, to = height[room_of(arrow.from) or ""], height[room_of(arrow.to) or ""]
    if not from then
      table.insert(problems, arrow.from .. " is in no room that the order names")
    elseif not to then
      table.insert(problems, ("%s reaches %s, which is in no room that the order names"):format(arrow.from, arrow.to))
    elseif to > from then
      table.insert(problems, ("%s (%s) reaches up to %s (%s)"):format(arrow.from, order[from], arrow.to, order[to]))
    end
  end
  table.sort(problems)
  return problems
end

---A ring of arrows, "a -> b -> a", or nil.
---@param arrows spec.Arrow[]
---@return string?
function layers.ring(arrows)
  local targets, state, path = {}, {}, {}
  for _, arrow in ipairs(arrows) do
    targets[arrow.from] = targets[arrow.from] or {}
    table.insert(targets[arrow.from], arrow.to)
  end
  local function visit(module)
    if state[module] == "done" then return nil end
    table.insert(path, module)
    if state[module] == "open" then
      local first = 1
      while path[first] ~= module do first = first + 1 end
      return table.concat(path, " -> ", first)
    end
    state[module] = "open"
    for _, target in ipairs(targets[module] or {}) do
      local ring = visit(target)
      if ring then return ring end
    end
    state[module] = "done"
    table.remove(path)
  end
  local modules = {}
  for module in pairs(targets) do table.insert(modules, module) end
  table.sort(modules)
  for _, module in ipairs(modules) do
    local ring = visit(module)
    if ring then return ring end
  end
end

return layers
