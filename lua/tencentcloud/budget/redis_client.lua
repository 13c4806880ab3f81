-- Clients of Redis as the budget uses them, made of those of other libraries: eval(use, ...) gives the reply; or nil,
-- why not, and whether it is certain that nothing was carried out. keep() says whether the client is still the budget's
-- afterwards; close(). One that is `shared` may be used by many coroutines at once.

local lua_global = require "tencentcloud.lua_global"
local ngx_runtime = require "tencentcloud.runtime.ngx"

local client = {}

-- Its errors are raised or returned.
local Foreign = {}
Foreign.__index = Foreign

-- In PUC Lua 5.1 a pcall does not let its function yield; copas brings one that does.
local function protected(...)
  local coxpcall = _VERSION == "Lua 5.1" and not lua_global "jit" and package.loaded.coxpcall
  return (coxpcall and coxpcall.pcall or pcall)(...)
end

-- What is really there of a name: in the client or in what it inherits from.
local function field(raw, name)
  local holder = raw
  while type(holder) == "table" or type(holder) == "userdata" do
    local value = type(holder) == "table" and rawget(holder, name)
    if value then return value end
    local metatable = getmetatable(holder)
    holder = type(metatable) == "table" and rawget(metatable, "__index") or nil
  end
end

local NO_NAME = "no_command_has_this_name"

-- Some clients make a command of whatever name they are asked for.
local function makes_any_name(raw)
  local asked, value = pcall(function() return raw[NO_NAME] end)
  return not asked or value ~= nil
end

local function method(raw, name, any_name)
  local found = field(raw, name)
  if found == nil and not any_name then found = raw[name] end
  return type(found) == "function" and found or nil
end

-- Whether Redis has carried out what failed is not known: its errors look like those of a broken connection.
function Foreign:eval(_, ...)
  local ok, reply, problem = protected(function(...) return self.raw:eval(...) end, ...)
  if not ok then return nil, reply end
  if type(reply) ~= "table" then return nil, problem or "no reply" end
  return reply
end

local KEPT_IDLE = 10000 -- milliseconds that nginx keeps an unused connection open
local KEPT_CONNECTIONS = 32 -- unused connections that an nginx worker keeps at most

function Foreign:keep()
  if not self.set_keepalive then return true end
  protected(self.set_keepalive, self.raw, KEPT_IDLE, KEPT_CONNECTIONS)
  return false
end

function Foreign:close()
  local network = field(self.raw, "network")
  local socket = type(network) == "table" and network.socket -- redis-lua: its `quit` would ask Redis first
  if socket then
    protected(socket.close, socket)
  elseif self.disconnect then
    protected(self.disconnect, self.raw)
  end
end

---@param connect fun(): any, string? gives a connected client of another library, or nil and why not
---@return table? client
---@return any why not
function client.of(connect)
  local ok, raw, problem = protected(connect)
  if not ok then return nil, raw end
  if not raw then return nil, problem or "there is no client" end
  local any_name = makes_any_name(raw)
  local disconnect = method(raw, "disconnect", any_name)
  return setmetatable({
    raw = raw,
    -- skynet's client makes a command of this name; lua-resty-redis, which makes commands too, really has it.
    set_keepalive = (not any_name or ngx_runtime.is_here()) and method(raw, "set_keepalive", any_name) or nil,
    disconnect = disconnect or method(raw, "close", any_name),
    -- Coroutines of skynet share one: it sends their requests one after another, and hands out replies in this order.
    shared = any_name and disconnect ~= nil and type(package.loaded.skynet) == "table",
  }, Foreign)
end

return client
