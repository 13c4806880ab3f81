-- The runtime in each phase of a real nginx: where a call waits, its one worker serves others meanwhile; elsewhere the
-- call ends at once. On an nginx whose LuaJIT is not OpenResty's, what the module sees depends on when it was loaded.

local missing = require "spec.support.missing"
local ngx_runtime = require "tencentcloud.runtime.ngx"
local phases = require "spec.support.phases_nginx.phases"
local read = require "spec.support.read"
local shell = require "spec.support.shell"

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if not jit then return end

local nothing = missing { nginx = true, commands = { "openssl" }, modules = { "socket" } }
if nothing then return pending("the phases of nginx: " .. nothing) end
local socket = require "socket"

local MODULE = read "/usr/lib/nginx/modules/ngx_http_lua_module.so"

local function is_known(directive)
  return MODULE:find(directive .. "\0", 1, true) ~= nil
end

local function without_unknown(text)
  return (text:gsub("[^\n]*", function(line)
    local directive = line:match "^%s*([%w_]+_by_lua_block)"
    if directive and not is_known(directive) then return "" end
  end))
end

local CERTIFICATE = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=spec "
  .. "-keyout %s/key.pem -out %s/certificate.pem"

-- How the configuration is changed for each way to load the module, and phases that come too early for it.
local WAYS = {
  ["loaded before the workers start"] = { change = function(text) return text end },
  ["loaded by the first request that needs it"] = {
    change = function(text) return (text:gsub("\n%s*init_[^\n]*in_phase[^\n]*", "")) end,
    without = "^init",
  },
  ["loaded anew for each request"] = {
    change = function(text) return (text:gsub("lua_code_cache on", "lua_code_cache off")) end,
  },
}

for way, its in pairs(WAYS) do
  describe("nginx, the module " .. way, function()
    local nginx, folder

    setup(function()
      folder = shell.run "mktemp -d":match "%S+"
      local output, code = shell.run(CERTIFICATE:format(folder, folder))
      assert(code == 0, output)
      nginx = require("spec.support.nginx").start("spec/support/phases_nginx/nginx.conf", function(whole)
        return (its.change(without_unknown(whole)):gsub("(%w+%.pem)", folder .. "/%1"))
      end)
    end)

    teardown(function()
      if nginx then nginx:stop() end
      shell.run("rm -rf " .. folder)
    end)

    local function get(target)
      local status, body = nginx:get(target)
      assert.equal(200, status, target .. "\n" .. body .. nginx:log())
      return (body:gsub("%s+$", ""))
    end

    -- Far longer than it should take, there is an end to it.
    local function eventually(key)
      local ends, answer = socket.gettime() + 10, ""
      while answer == "" do
        assert(socket.gettime() < ends, ("no result %s\n%s"):format(key, nginx:log()))
        answer = get("/result?key=" .. key)
        socket.sleep(0.01)
      end
      return answer
    end

    local function url(phase)
      return ("%s://127.0.0.1:%d%s"):format(phase.tls and "https" or "http", nginx.ports[phase.place or 1],
        phase.target or "/")
    end

    -- Comes to the phase, and does not wait.
    local function begin(phase)
      if phase.name == "exit_worker" then return nginx:reload() end
      if phase.name == "ssl_session_fetch" then get("/want?name=" .. phase.name) end
      if not phase.target and not phase.tls then return end
      shell.run(("curl -sk --max-time 30 %s >/dev/null 2>&1 &"):format(url(phase)))
    end

    -- Why a phase cannot be tried here.
    local function is_out_of_reach(phase)
      local directive = (phase.directive or phase.name) .. "_by_lua_block"
      if phase.name ~= "timer" and not is_known(directive) then return "this nginx does not have it" end
      local probe = phase.probe and "curl -sk --max-time 10 " .. url { tls = true, place = phase.probe }
      if probe and select(2, shell.run(probe)) ~= 0 then
        return "this nginx ends a handshake whose Lua waits there: it is not OpenResty's"
      end
    end

    -- OpenSSL without OpenResty's patch goes on without the session, and drops what waits.
    local function drops_what_waits(phase)
      return phase.name == "ssl_session_fetch" and nginx:log():find("missing async sess get cb support", 1, true)
    end

    local function assert_waits(phase)
      assert.equal("released", get("/release?name=" .. phase.name))
      if drops_what_waits(phase) then return pending "this OpenSSL cannot wait for a session" end
      assert.equal("ok waited", eventually("phase:" .. phase.name))
      assert.not_matches("may not wait", eventually("redis:" .. phase.name))
    end

    local function assert_ends_at_once(phase)
      assert.equal("no_sleep later 1", eventually("phase:" .. phase.name))
      assert.matches("^redis: nginx may not wait in the phase " .. phase.name, eventually("redis:" .. phase.name))
    end

    for _, phase in ipairs(phases) do
      local waits = ngx_runtime.yields[phase.name]
      local function try()
        local reason = is_out_of_reach(phase)
        if reason then return pending(reason) end
        begin(phase)
        if waits then assert_waits(phase) else assert_ends_at_once(phase) end
      end
      if not (its.without and phase.name:find(its.without)) then
        local what = waits and "waits, and serves others meanwhile: in " or "ends what would wait at once: in "
        it(what .. phase.name, try)
      end
    end
  end)
end
