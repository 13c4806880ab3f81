-- Clients of Redis as the budget uses them: eval(...) gives the reply, or nil and why not; keep() says whether the
-- client is still the budget's afterwards; close(). One that is `shared` may be used by many coroutines at once.

local lua_global = require "tencentcloud.lua_global"
local ngx_runtime = require "tencentcloud.runtime.ngx"

local client = {}

-- Speaks with Redis over a stream. Only what AUTH and the budget's script reply is understood.
local Own = {}
Own.__index = Own

local MOST = 4096 -- bytes of a line, at most
local LONGEST = 16 -- elements of a list, at most

local function encode(words)
  local parts = { ("*%d\r\n"):format(#words) }
  for _, word in ipairs(words) do
    word = tostring(word)
    table.insert(parts, ("$%d\r\n%s\r\n"):format(#word, word))
  end
  return table.concat(parts)
end

function Own:read_line()
  while true do
    local line, rest = self.unread:match "^([^\r]*)\r\n(.*)$"
    if line then
      self.unread = rest
      return line
    end
    if #self.unread > MOST then return nil, "what answers is no Redis" end
    local chunk, problem = self.stream:receive()
    if not chunk then return nil, problem end
    self.unread = self.unread .. chunk
  end
end

function Own:read_list(count)
  local list = {}
  for i = 1, count do
    local value, problem = self:read()
    if not value then return nil, problem end
    list[i] = value
  end
  return list
end

function Own:read()
  local line, problem = self:read_line()
  if not line then return nil, problem end
  local sort, rest = line:sub(1, 1), line:sub(2)
  local number = tonumber(rest)
  if sort == "+" then return rest end
  if sort == "-" then return nil, rest end
  if sort == ":" and number then return number end
  if sort == "*" and number and number <= LONGEST then return self:read_list(number) end
  return nil, "what answers is no Redis"
end

function Own:ask(...)
  local sent, problem = self.stream:send(encode{ ... })
  if not sent then return nil, problem end
  return self:read()
end

function Own:eval(ends, ...)
  self.stream.ends = ends
  return self:ask("EVAL", ...)
end

function Own.keep() return true end

function Own:close() self.stream:close() end

---@param stream table? of redis_streams
---@param problem string? why there is none
---@param credentials string[]? what AUTH takes
function client.over(stream, problem, credentials)
  if not stream then return nil, problem end
  local self = setmetatable({ stream = stream, unread = "" }, Own)
  if not credentials then return self end
  local ok
  ok, problem = self:ask("AUTH", (table.unpack or unpack)(credentials))
  if ok then return self end
  self:close()
  return nil, problem
end

-- A client of another library, whose errors are raised or returned.
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
