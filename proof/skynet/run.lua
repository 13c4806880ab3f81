-- Runs the checks in a real skynet, `SKYNET=FOLDER lua proof/skynet/run.lua`, beside a mock of the API and a Redis of
-- their own. It fails where a check does, where skynet logs an error, and where the checks do not come to their end.

local pages = require "spec.support.pages"
local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

local SKYNET = os.getenv "SKYNET"

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

if not exists(SKYNET .. "/skynet") then
  print(("FAILED  there is no %s/skynet: build it, by `make linux` in its folder"):format(SKYNET))
  os.exit(1)
end

-- The variables that tell the services where the servers are; where one is not here, why.
local variables, servers = { SKYNET = SKYNET }, {}

local function serve(name, needed, start)
  local nothing = missing(needed)
  if nothing then
    variables["NO_" .. name] = nothing
    return
  end
  local server, address = start()
  variables[name] = address
  table.insert(servers, server)
end

serve("API", { nginx = true, modules = { "cjson", "socket" } }, function()
  local mock = require("spec.support.mock").start()
  return mock, mock.endpoint
end)

serve("REDIS", { commands = { "redis-server" }, modules = { "socket" } }, function()
  local redis = require("spec.support.redis_server").start()
  return redis, tostring(redis.port)
end)

local words = {}
for name, value in pairs(variables) do table.insert(words, name .. "=" .. shell.quote(value)) end
local environment = table.concat(words, " ")

local failed, ended = 0, false

-- What is wrong with a line of the log, or nil. skynet writes its own lines as "[:0000000a] ...".
local function is_error(line)
  return line:find "^%[:%x+%]" and (line:find "error :" or line:find "init service failed" or line:find "Maybe forgot")
end

local function report(title, line)
  failed = failed + 1
  print(("FAILED  %s: %s"):format(title, line))
end

local COMMAND = "%s %s %s 2>&1 </dev/null"

-- Runs a skynet by that configuration; gives each line that it prints to the function.
local function run(config, on_line)
  local pipe = assert(io.popen(COMMAND:format(environment, shell.quote(SKYNET .. "/skynet"), config)))
  local in_trace = false
  for line in pipe:lines() do
    if is_error(line) then
      report("skynet", line)
      in_trace = true
    elseif line:find "^%[:%x+%]" then
      in_trace = false
    else
      on_line(line, in_trace)
    end
  end
  pipe:close()
end

-- The services of the page, as a reader would put them together: page1, page2, ...
local function write_services(page, folder)
  os.execute("mkdir -p " .. folder)
  local first, count = pages.shared(page), 0
  for _, block in ipairs(pages.blocks(page, "lua")) do
    if block.code:find("skynet.start(", 1, true) then
      count = count + 1
      local file = assert(io.open(("%s/page%d.lua"):format(folder, count), "w"))
      file:write(first, "\n", block.code, "\n")
      file:close()
    end
  end
end

write_services("docs/skynet.md", "build/skynet-check/page")
run("proof/skynet/config", function(line, in_trace)
  if line:find "^FAILED " then failed = failed + 1 end
  if line:find "^%d+ checks$" then ended = true end
  if in_trace or line:find "^%l" or line:find "^FAILED" or line:find "^%s" then print(line) end
end)
if not ended then report("skynet", "it ended before the checks did") end

-- The example, as its page says that it is started.
if variables.API then
  local last = {}
  run("examples/skynet/config", function(line) table.insert(last, line) end)
  local text = table.concat(last, "\n")
  if text:find("200 lines: 150 shown, 50 hidden, 0 held back", 1, true) then
    print "ok      the example judges every line of chat"
  else
    report("the example", text)
  end
else
  print("skipped the example: " .. variables.NO_API)
end

-- The last one first: it has inherited the pipes of those before, which wait for their ends.
for i = #servers, 1, -1 do servers[i]:stop() end
print(failed == 0 and "skynet-check: all ok" or ("skynet-check: %d FAILED"):format(failed))
os.exit(failed == 0, true)
