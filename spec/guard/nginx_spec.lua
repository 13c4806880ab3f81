-- The shared limits where they are meant to run: in three workers of a real nginx, which ask at once.

local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if not jit then return end

local nothing = missing { nginx = true, modules = { "socket" } }
if nothing then return pending("the guards in nginx: " .. nothing) end
local socket = require "socket"

describe("in the workers of an nginx", function()
  local nginx

  setup(function() nginx = require("spec.support.nginx").start "spec/support/guard_nginx/nginx.conf" end)
  teardown(function() if nginx then nginx:stop() end end)

  local function get(target)
    local status, body = nginx:get(target)
    assert.equal(200, status, body .. nginx:log())
    return (body:gsub("%s+$", ""))
  end

  -- Asks 48 times, 24 at once, each on a connection of its own: the numbers of all answers. All workers took part.
  local function ask(target)
    local output = shell.run(("curl -s --no-progress-meter --max-time 60 -Z --parallel-max 24 -H 'Connection: close' "
      .. "'http://127.0.0.1:%d%s&n=[1-48]'"):format(nginx.ports[1], target))
    assert.not_matches("<html>", output, nil, nginx:log():sub(1, 2000))
    local numbers, workers, answers, seen = {}, 0, 0, {}
    for line in output:gmatch "[^\n]+" do
      local pid = line:match "^pid (%d+)$"
      if pid then
        answers = answers + 1
        if not seen[pid] then workers, seen[pid] = workers + 1, true end
      else
        numbers[#numbers + 1] = assert(tonumber(line), output)
      end
    end
    assert.equal(48, answers, nginx:log():sub(1, 2000))
    assert.is_true(workers > 1)
    table.sort(numbers)
    return numbers
  end

  local function eventually(target, wanted)
    local ends = socket.gettime() + 20
    while get(target) ~= wanted do
      assert.is_true(socket.gettime() < ends, ("%s never answered %s"):format(target, wanted))
      socket.sleep(0.02)
    end
  end

  it("a rate limit grants exactly its burst to all who ask at once", function()
    assert.equal(20, #ask "/rate?prefix=burst:&rate=0.0001&burst=20&rounds=100")
  end)

  it("a rate limit grants what is given back to others, and no more", function()
    assert.equal(20, #ask "/rate?prefix=back:&rate=0.0001&burst=20&rounds=100&give_back=1")
  end)

  it("a rate limit never grants more than its rate and one burst, in any span of time", function()
    local rate, burst = 200, 5
    local times = ask("/rate?prefix=rate:&rounds=400&rate=" .. rate .. "&burst=" .. burst)
    assert.is_true(#times > burst)
    for first = 1, #times do
      for last = first, #times do
        assert.is_true(last - first + 1 <= burst + rate * (times[last] - times[first]) + 1e-2)
      end
    end
  end)

  it("a concurrency limit is never exceeded, and none of its places is lost", function()
    local most = ask "/work?prefix=work:&most=3&rounds=10"
    assert.is_true(most[#most] <= 3)
    assert.equal("0", get "/taken?prefix=work:&most=3")
    assert.equal("0", get "/count?prefix=work:")
  end)

  it("a place comes back after its lease where the client went away", function()
    local running = assert(io.popen(("curl -s --max-time 30 'http://127.0.0.1:%d/hang?prefix=hang:&most=1&lease=2' & "
      .. "pid=$!; read line; kill $pid"):format(nginx.ports[1]), "w"))
    eventually("/count?prefix=hang:", "1")
    running:write "\n"
    running:close()
    eventually("/taken?prefix=hang:&most=1&lease=2", "0")
    assert.equal(48, #ask "/work?prefix=hang:&most=1&lease=2&rounds=1")
  end)

  it("a full dictionary leaves it to the worker's own limit, and says so", function()
    assert.equal("shared dictionary: no memory", get "/full?prefix=full-rate:&rate=1&burst=1&dict=tiny")
    assert.equal("shared dictionary: no memory", get "/full?prefix=full-places:&most=1&dict=tiny")
  end)
end)
