-- Writes Lua files as C: `lua embed/pack.lua FILE ...` prints the header that embed/preload.c includes. The bytes are
-- the files' own, so messages name the same lines. Arrays and not literals: C11 promises no more than 4,095 characters.

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return text
end

local function write_bytes(text)
  for from = 1, #text, 24 do
    print(table.concat({ text:byte(from, from + 23) }, ",") .. ",")
  end
end

print "/* Made by embed/pack.lua. */"
local rows = {}
for position, path in ipairs(arg) do
  local place = path:match "^lua/(.*)$"
  local module = place:gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", ".")
  print(("static const unsigned char text_%d[] = {"):format(position))
  write_bytes(read(path))
  print "};"
  table.insert(rows, ('    {"%s", "@%s", text_%d, sizeof text_%d},'):format(module, place, position, position))
end
print("static const lua_file files[] = {\n" .. table.concat(rows, "\n") .. "\n};")
