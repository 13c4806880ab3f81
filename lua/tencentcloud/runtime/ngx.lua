-- nginx with Lua. Only some phases of a request may wait; in the others a call that would sleep is stopped by
-- "no_sleep", and the error's retry_after says how long it would have slept.

local jitter = require "tencentcloud.runtime.jitter"

-- Not the global: on an nginx whose LuaJIT is not OpenResty's each request has globals of its own, which inherit it.
-- All versions since 0.2.1 (2011) put their table here, before any Lua of a program runs.
local nginx = package.loaded.ngx

---@type tencentcloud.Runtime
local ngx_runtime = { name = "ngx" }

-- By their names in ngx.get_phase, of all versions. A phase that is not known cannot wait: the call's error says so,
-- where ngx.sleep would raise.
local YIELDS = {
  ssl_client_hello = true, ssl_cert = true, ssl_session_fetch = true, -- of a client's connection
  server_rewrite = true, rewrite = true, access = true, precontent = true, content = true, -- of a request
  proxy_ssl_cert = true, proxy_ssl_verify = true, -- of a connection to an upstream
  preread = true, -- of nginx's stream module
  timer = true,
}
ngx_runtime.yields = YIELDS

function ngx_runtime.is_here()
  nginx = package.loaded.ngx
  return type(nginx) == "table" and nginx.get_phase ~= nil
end

function ngx_runtime.may_sleep()
  local phase = nginx.get_phase()
  if YIELDS[phase] then return true end
  return false, ("nginx may not wait in the phase %s: send from a timer, ngx.timer.at"):format(tostring(phase))
end

-- nginx counts milliseconds, and warns of a sleep of none.
function ngx_runtime.sleep(seconds)
  nginx.sleep(math.max(seconds, 0.001))
end

-- nginx keeps the time it last looked at; after a request it must look again.
function ngx_runtime.now()
  nginx.update_time()
  return nginx.now()
end

ngx_runtime.time = ngx_runtime.now

function ngx_runtime.random()
  return jitter(nginx.worker.pid())
end

-- A worker that was told to exit still serves the requests that it has; only its own work must end.
function ngx_runtime.cancelled()
  return nginx.worker.exiting() and nginx.get_phase() == "timer"
end

return ngx_runtime
