-- Reads LuaCATS annotations: the classes, functions and aliases that a file of Lua documents.

local stubs = {}

-- The type that a text begins with, and what stands after it. A type goes on after ':', ',' and '|'.
local function take_type(text)
  local depth, position = 0, 1
  while position <= #text do
    local char = text:sub(position, position)
    if char == '"' then
      position = text:find('"', position + 1, true)
    elseif char:find "[%({%[<]" then
      depth = depth + 1
    elseif char:find "[%)}%]>]" then
      depth = depth - 1
    elseif char == " " and depth == 0 and not text:sub(1, position - 1):find "[:,|]%s*$" then
      break
    end
    position = position + 1
  end
  return (text:sub(1, position - 1):gsub("%s+", " ")), text:sub(position + 1)
end

-- Lines of comments in a row are one block; an annotation goes on in the lines after it.
local function add_comment(block, text)
  local last = block[#block]
  if text:sub(1, 1) == "@" or not last or last:sub(1, 1) ~= "@" then
    table.insert(block, text)
  else
    block[#block] = last .. " " .. text:gsub("^%s+", "")
  end
end

local function new_class(file, text)
  local name, parents = text:match "^@class ([%w_.]+):?%s*(.*)$"
  local class = { name = name, parents = {}, fields = {}, functions = {}, overloads = {} }
  for parent in parents:gmatch "tencentcloud[%w_.]*" do table.insert(class.parents, parent) end
  table.insert(file.classes, class)
  return class
end

local function new_function(block, name, names)
  local documented = { name = name, names = {}, params = {}, returns = {} }
  documented.described = block[1] and block[1]:find "^[^@]"
  for param in names:gmatch "[%w_.]+" do table.insert(documented.names, param) end
  for _, text in ipairs(block) do
    local param, rest = text:match "^@param ([%w_.]+) (.+)$"
    if param then table.insert(documented.params, { name = param, type = take_type(rest) }) end
    rest = text:match "^@return (.+)$"
    if rest then table.insert(documented.returns, (take_type(rest))) end
  end
  return documented
end

-- What a block before a line of code says: classes with their fields, aliases; or of a function.
local function end_block(file, block, code)
  local class, alias
  for _, text in ipairs(block) do
    local name, rest = text:match "^@field ([%w_]+) (.+)$"
    if text:find "^@class " then class = new_class(file, text) end
    if name and class then class.fields[name] = take_type(rest) end
    if class and text:find "^@overload " then table.insert(class.overloads, (take_type(text:sub(11)))) end
    alias = text:match "^@alias ([%w_.]+)" or alias
    if alias then
      file.aliases[alias] = file.aliases[alias] or {}
      for literal in text:gmatch '|("[%w_]+")' do file.aliases[alias][literal] = true end
    end
  end
  local variable = code:match "^local ([%w_]+) = "
  if class and variable then file.variables[variable] = class end
  local owner, name, params = code:match "^function ([%w_]+)[.:]([%w_]+)%((.-)%)"
  if not name then name, params = code:match "^local function ([%w_]+)%((.-)%)" end
  if not name then params = code:match "^return function%((.-)%)" end
  if not params then return end
  local documented = new_function(block, name or "return", params)
  file.functions[(owner and owner .. "." or "") .. documented.name] = documented
  if file.variables[owner] then file.variables[owner].functions[name] = documented end
end

---@param path string
---@return table file its classes, in order; functions, by name; aliases: name, and the set of literals; meta
function stubs.read(path)
  local file, block = { classes = {}, functions = {}, aliases = {}, variables = {} }, {}
  for line in io.lines(path) do
    local text = line:match "^%-%-%-(.*)$"
    if text and text:find "^@meta" then
      file.meta = text:match "^@meta ([%w_.]+)$"
    elseif text then
      add_comment(block, text:find "^|" and "@" .. text or text)
    else
      end_block(file, block, line)
      block = {}
    end
  end
  return file
end

-- The parts of a union.
local function alternatives(text)
  local list = {}
  repeat
    local depth, cut = 0, nil
    for position = 1, #text do
      local char = text:sub(position, position)
      if char:find "[%({%[<]" then depth = depth + 1 end
      if char:find "[%)}%]>]" then depth = depth - 1 end
      if char == "|" and depth == 0 then
        cut = position
        break
      end
    end
    table.insert(list, text:sub(1, (cut or 0) - 1))
    text = cut and text:sub(cut + 1)
  until not text
  return list
end

-- Whether a value is of a type without '|' and '?'.
local function is_one(value, text, model)
  local kind, class = type(value), model.classes[text]
  if text == "any" then return true end
  if text == "lightuserdata" then return kind == "userdata" end
  if text == "integer" then return kind == "number" and value % 1 == 0 end
  if text:find '^"' then return value == text:sub(2, -2) end
  if text:find "^fun%(" then return kind == "function" or kind == "userdata" and getmetatable(value) ~= nil end
  if text:find "%[%]$" then
    for _, element in ipairs(kind == "table" and value or {}) do
      if not stubs.fits(element, text:sub(1, -3), model) then return false end
    end
    return kind == "table"
  end
  if model.aliases[text] then return kind == "string" and model.aliases[text][('"%s"'):format(value)] == true end
  if class and kind == "userdata" then return getmetatable(value) == text end
  local meta = getmetatable(value)
  if class and kind == "table" and type(meta) == "table" and meta.__name == text then return true end
  if class and kind == "table" and meta == nil then
    for key, element in pairs(value) do
      if not class.fields[key] or not stubs.fits(element, class.fields[key], model) then return false end
    end
    return true
  end
  return kind == text
end

---Is the value of the type?
---@param value any
---@param text string as in an annotation
---@param model table classes and aliases, by name
---@return boolean
function stubs.fits(value, text, model)
  for _, one in ipairs(alternatives(text)) do
    if value == nil and (one:find "%?$" or one == "nil" or one == "any") then return true end
    if value ~= nil and is_one(value, (one:gsub("%?$", "")), model) then return true end
  end
  return false
end

return stubs
