-- An ops script: which instances do not run? It reads an answer of cvm.DescribeInstances from a file,
-- or from a pipe, and ends with 0 when all run, 1 when some do not, 2 when there is no such answer.
--   lua5.4 examples/ops.lua examples/answers/cvm.DescribeInstances.list.json

local tc = require "tencentcloud"

local function read_all(path)
  local file = path and assert(io.open(path, "rb")) or io.stdin
  local body = file:read "*a"
  if path then file:close() end
  return body
end

-- Says on stderr what is wrong and what to do about it, and ends the script.
local function give_up(err)
  io.stderr:write("ops: ", tostring(err), "\n")
  if err:is "AuthFailure.SignatureExpire" then
    io.stderr:write "ops: set this machine's clock, then ask again\n"
  elseif err:is "AuthFailure.*" or err:is "UnauthorizedOperation.*" then
    io.stderr:write "ops: check the secret id, the secret key and what they may do\n"
  elseif err:is "RequestLimitExceeded.*" then
    io.stderr:write "ops: ask again in a second\n"
  end
  os.exit(2)
end

local res, err = tc.parse(read_all(arg[1]), "cvm.DescribeInstances")
if not res then give_up(err) end
if not res.ok then give_up(res.error) end

local stopped = 0
for id, name, state in res:rows("InstanceSet", "InstanceId", "InstanceName", "InstanceState") do
  if state ~= "RUNNING" then
    stopped = stopped + 1
    print(("%s  %-9s  %s"):format(id, state, name))
  end
end
print(("%d of %d instances do not run (request %s)"):format(stopped, #res.InstanceSet, res.request_id))
os.exit(stopped == 0 and 0 or 1)
