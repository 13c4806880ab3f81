-- Writes the parameters of requests as JSON. skynet brings nothing for it; a game will have lua-cjson, built for
-- skynet's Lua, or another. Answers need no such thing: tencentcloud reads them.

local json = {}

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\" }

local function escape(character)
  return ESCAPES[character] or ("\\u%04x"):format(character:byte())
end

local write = {}

local function encode(value)
  local writer = write[type(value)] or error("no JSON for a " .. type(value))
  return writer(value)
end

function write.string(text) return '"' .. text:gsub('[%c"\\]', escape) .. '"' end

function write.number(number) return ("%.14g"):format(number) end

write.boolean = tostring

-- A list where there is a first element. No parameter of an action is an empty list.
function write.table(value)
  local parts = {}
  if value[1] ~= nil then
    for i, item in ipairs(value) do parts[i] = encode(item) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for name, item in pairs(value) do table.insert(parts, encode(name) .. ":" .. encode(item)) end
  return "{" .. table.concat(parts, ",") .. "}"
end

json.encode = encode

return json
