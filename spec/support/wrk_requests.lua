-- Run by wrk: sends so many requests, each one once, and says which statuses came back.
--   wrk -t1 -c64 -d30s -s spec/support/wrk_requests.lua URL -- COUNT METHOD:TARGET...
-- The targets take turns; %d in one is the request's number. wrk ends when all answers are there, or
-- after the time that it was given, without a word: then answers are lost.
-- luacheck: globals init request response, read globals wrk

local targets, wanted = {}, 0
local sent, answered, statuses, unexplained = 0, 0, {}, 0
local probed = false

function init(args)
  wanted = tonumber(args[1])
  for i = 2, #args do
    local method, target = args[i]:match "^(%u+):(.*)$"
    table.insert(targets, { method = method, target = target })
  end
end

local function write(number)
  local target = targets[number % #targets + 1]
  return wrk.format(target.method, (target.target:gsub("%%d", tostring(number))))
end

-- The first request is not sent: wrk looks how many there are in it.
function request()
  if not probed then
    probed = true
    return write(1)
  end
  if sent == wanted then return "" end
  sent = sent + 1
  return write(sent)
end

function response(status, _, body)
  answered = answered + 1
  statuses[status] = (statuses[status] or 0) + 1
  if status ~= 200 and not body:find '"stopped_by":"%a+"' then unexplained = unexplained + 1 end
  if answered < wanted then return end
  for code, count in pairs(statuses) do print(("status %d: %d"):format(code, count)) end
  print(("unexplained: %d"):format(unexplained))
  os.exit(0) -- wrk itself would sleep until its time is over
end
