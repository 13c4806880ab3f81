-- What the nginx of spec/guard/nginx_spec.lua runs. Each request names a function of `serve` and gives its arguments.

local ngx_runtime = require "tencentcloud.runtime.ngx"
local tc = require "tencentcloud"

local handlers = {}

local ACTION = "cvm.DescribeInstances"

-- The guards of this worker, one for each prefix.
local guards = {}

local function guard_of(args, make)
  guards[args.prefix] = guards[args.prefix] or make()
  return guards[args.prefix]
end

local function rate_limit(args)
  return guard_of(args, function()
    return tc.rate_limit{ rate = tonumber(args.rate), burst = tonumber(args.burst), prefix = args.prefix,
      dict = ngx.shared[args.dict or "limits"] }
  end)
end

local function concurrency(args)
  return guard_of(args, function()
    return tc.concurrency{ most = tonumber(args.most), prefix = args.prefix, lease = tonumber(args.lease),
      every = 0.001, dict = ngx.shared[args.dict or "limits"] }
  end)
end

local function request()
  return { action = ACTION, service = "cvm", name = "DescribeInstances", now = ngx_runtime.now() }
end

local serve = {}

-- Asks so many times: a line "<time>" for each that was granted, and a last one "pid <pid>".
function serve.rate(args)
  local guard, lines = rate_limit(args), {}
  for round = 1, tonumber(args.rounds) do
    local asked = request()
    local answer = guard(asked)
    if answer.done then
      -- Some are given back: the other guards of a program can refuse.
      if args.give_back and round % 3 == 0 then
        answer.done(nil)
      else
        table.insert(lines, ("%.3f"):format(asked.now))
      end
    end
    if round % 20 == 0 then ngx.sleep(0.001) end
  end
  table.insert(lines, "pid " .. ngx.worker.pid())
  return table.concat(lines, "\n")
end

-- Sends through a rule set: "<most that ran at once> <pid>".
function serve.work(args)
  local rules, counts, most = tc.rules(), ngx.shared.counts, 0
  rules:before("*", concurrency(args))
  for _ = 1, tonumber(args.rounds) do
    assert(rules:call(function()
      most = math.max(most, (counts:incr(args.prefix, 1, 0)))
      ngx.sleep(0.001)
      counts:incr(args.prefix, -1)
      return '{"Response":{"RequestId":"r"}}'
    end, ACTION))
  end
  return most .. "\npid " .. ngx.worker.pid()
end

-- Takes a place and keeps it until the client goes away.
function serve.hang(args)
  local rules = tc.rules()
  rules:before("*", concurrency(args))
  rules:call(function()
    ngx.shared.counts:incr(args.prefix, 1, 0)
    ngx.sleep(60)
  end, ACTION)
end

function serve.count(args)
  return ngx.shared.counts:get(args.prefix) or 0
end

function serve.taken(args)
  return concurrency(args):state(nil, ngx_runtime.now()).taken
end

-- Fills the small dictionary, then asks: the note.
function serve.full(args)
  for size = 256, 1, -1 do
    while ngx.shared.tiny:safe_add(("%d %d"):format(size, math.random(1e9)), ("x"):rep(size)) do end
  end
  local guard = args.most and concurrency(args) or rate_limit(args)
  return guard(request()).note
end

function handlers.serve()
  local args = ngx.req.get_uri_args()
  ngx.say(serve[ngx.var.uri:sub(2)](args))
end

return handlers
