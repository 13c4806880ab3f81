-- Prints the rockspec of a release: lua script/rockspec.lua [REPOSITORY SOURCE_URL], in the project's folder. What it
-- says of the project, and needs, is what the rockspec of the checkout says; but LuaRocks alone builds it, from the C
-- that the release holds.

local version = dofile "lua/tencentcloud/version.lua"
local repository, source_url = arg[1] or "", arg[2] or ""

local function lines_of(command)
  local pipe, lines = assert(io.popen(command)), {}
  for line in pipe:lines() do table.insert(lines, line) end
  pipe:close()
  assert(#lines > 0, command)
  return lines
end

-- A rockspec is a program that sets globals.
local function read_rockspec(path)
  local fields = {}
  local chunk
  if rawget(_G, "setfenv") then
    chunk = setfenv(assert(loadfile(path)), fields)
  else
    chunk = assert(loadfile(path, "t", fields))
  end
  chunk()
  return fields
end

local function list_modules()
  local modules = {}
  for _, path in ipairs(lines_of "find lua -name '*.lua'") do
    local name = path:match "^lua/(.*)%.lua$":gsub("/init$", ""):gsub("/", ".")
    modules[name] = path
  end
  local sources = lines_of "ls src/*/*.c"
  table.insert(sources, "build/generated/catalog_data.c")
  modules["tencentcloud.core"] = { sources = sources, incdirs = { "src", "build/generated" } }
  return modules
end

local function sorted_keys(fields)
  local keys = {}
  for key in pairs(fields) do table.insert(keys, key) end
  table.sort(keys)
  return keys
end

local function format_value(value, indent)
  if type(value) == "string" and value:find "\n" then return ("[[\n%s]]"):format(value) end
  if type(value) ~= "table" then return ("%q"):format(value) end
  local inner, lines = indent .. "  ", {}
  for _, item in ipairs(value) do table.insert(lines, inner .. format_value(item, inner)) end
  if #lines == 0 then
    for _, key in ipairs(sorted_keys(value)) do
      local name = key:find "^[%a_][%w_]*$" and key or ("[%q]"):format(key)
      table.insert(lines, ("%s%s = %s"):format(inner, name, format_value(value[key], inner)))
    end
  end
  return ("{\n%s,\n%s}"):format(table.concat(lines, ",\n"), indent)
end

local rockspec = read_rockspec(lines_of "ls *.rockspec"[1])
rockspec.version = version .. "-1"
rockspec.source = { url = source_url ~= "" and source_url or ("tencentcloud-%s.tar.gz"):format(version) }
if repository ~= "" then
  rockspec.description.homepage = repository
  rockspec.description.issues_url = repository .. "/issues"
end
rockspec.build = {
  type = "builtin",
  modules = list_modules(),
  install = rockspec.build.install,
  copy_directories = rockspec.build.copy_directories,
}

print "-- Made by `make dist`."
for _, name in ipairs { "rockspec_format", "package", "version", "source", "description", "dependencies",
  "test_dependencies", "build", "test" } do
  print(("%s = %s"):format(name, format_value(rockspec[name], "")))
end
