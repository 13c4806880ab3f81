-- The plain runtime in processes of its own: Ctrl-C during a sleep, and machines without a way to sleep.

local shell = require "spec.support.shell"

-- A program whose request fails, so that it sleeps for a minute before the next one; what it sent and how it ended.
-- bare: without luasocket.
local PROGRAM = [[
if %s then package.preload.socket = function() error "not here" end end
local rules = require "tencentcloud.rules".new()
rules:on("*", "InternalError", require "tencentcloud.rules.outcome".retry{ after = %s })
io.stdout:setvbuf "no"
local res, err = rules:call(function()
  print "sent"
  return '{"Response":{"Error":{"Code":"InternalError","Message":"m"}}}'
end, "cvm.DescribeInstances", {}, { attempts = 2 })
print("ended", err.stopped_by, err.reason)
]]

local folder = shell.run "mktemp -d":match "%S+"

-- Writes the program, and gives the command line that runs it.
local function program(bare, after)
  local path = ("%s/%s.lua"):format(folder, bare and "bare" or "with_socket")
  local file = assert(io.open(path, "w"))
  file:write(PROGRAM:format(tostring(bare), after))
  file:close()
  return ("LUA_PATH=%s LUA_CPATH=%s %%s %s %s"):format(shell.quote(package.path), shell.quote(package.cpath),
    shell.interpreter(), path)
end

-- Sends SIGINT when the program has sent its first request and sleeps, to the program or to its whole group as a
-- terminal does; gives what it printed, and its exit code.
local INTERRUPT = "%s >%s/out 2>&1 & pid=$!; turns=1000; "
  .. "while ! grep -q sent %s/out && [ $turns -gt 0 ]; do sleep 0.01; turns=$((turns-1)); done; sleep 0.3; "
  .. "kill -s INT %s$pid; wait $pid; code=$?; cat %s/out; exit $code"

local function interrupt(bare, whole_group)
  local command = program(bare, 10):format "setsid"
  return shell.run(INTERRUPT:format(command, folder, folder, whole_group and "-- -" or "", folder))
end

-- Folders with a `sleep` of their own, or without one.
local function path_with(name, script)
  local path = ("%s/%s"):format(folder, name)
  shell.run(("mkdir -p %s"):format(path))
  if script then
    local file = assert(io.open(path .. "/sleep", "w"))
    file:write("#!/bin/sh\n", script, "\n")
    file:close()
    shell.run(("chmod 755 %s/sleep"):format(path))
  end
  return "PATH=" .. path
end

describe("runtime: plain, in a process", function()
  teardown(function() shell.run("rm -rf " .. folder) end)

  if shell.run(shell.quote(shell.interpreter()) .. " -e 'io.write(1)'") ~= "1" then
    return pending("this Lua is not the program lua, which ends on Ctrl-C")
  end
  if shell.run "command -v setsid" == "" then return pending("no setsid here") end

  for _, bare in ipairs{ false, true } do
    for _, whole_group in ipairs{ false, true } do
      it(("ends on Ctrl-C %s, and sends nothing more, where it is sent to %s"):format(
        bare and "without luasocket" or "with luasocket", whole_group and "its group" or "it alone"), function()
        local output, code = interrupt(bare, whole_group)
        assert.equal(1, select(2, output:gsub("sent\n", "")), output)
        assert.matches("interrupted!", output, 1, true)
        assert.not_matches("ended", output, 1, true)
        assert.equal(1, code)
      end)
    end
  end

  it("sends no second request where it cannot wait, and says what to install", function()
    for _, case in ipairs{ { "none" }, { "broken", "exit 1" }, { "missing", "exit 127" } } do
      local output = shell.run(program(true, 0.01):format(path_with(case[1], case[2])))
      assert.equal(1, select(2, output:gsub("sent\n", "")), output)
      assert.matches("\nended\tno_sleep\tthis program has no way to wait: install luasocket", output, 1, true)
    end
    local shell_sleep = "local bare = require [[tencentcloud.runtime.shell_sleep]]; "
      .. "print(bare.may_sleep()); print(pcall(bare.sleep, 1))"
    local output = shell.run(("LUA_PATH=%s %s %s -e %s"):format(shell.quote(package.path), path_with "none",
      shell.interpreter(), shell.quote(shell_sleep)))
    local reason = "this program has no way to wait: install luasocket, or the command `sleep`"
    assert.equal(("false\t%s\nfalse\t%s\n"):format(reason, reason), output)
  end)

  it("rounds up where the command takes whole seconds only", function()
    local whole = 'echo "$@" >>' .. folder .. "/slept; case $1 in *.*) exit 1 ;; esac"
    local output = shell.run(program(true, 0.25):format(path_with("whole", whole)))
    assert.equal(2, select(2, output:gsub("sent\n", "")), output)
    assert.equal("0.000\n0\n1\n", (shell.run("cat " .. folder .. "/slept")))
  end)

  it("waits with the command in slices", function()
    local slices = 'echo "$@" >>' .. folder .. "/slices"
    local output = shell.run(program(true, 2.5):format(path_with("slices.d", slices)))
    assert.equal(2, select(2, output:gsub("sent\n", "")), output)
    assert.equal("0.000\n1.000\n1.000\n0.500\n", (shell.run("cat " .. folder .. "/slices")))
  end)
end)
