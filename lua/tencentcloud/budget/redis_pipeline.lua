-- A client of Redis over a stream, which many coroutines share: their requests go out together, and Redis replies in
-- their order. Whoever waits for a reply sends and receives for all, if nobody does so now. A reply that comes when its
-- request was given up is not lost: it is told to whom it may concern. Only what AUTH and the budget's script reply is
-- understood.

local Pipeline = {}
Pipeline.__index = Pipeline

local NO_REDIS = "what answers is no Redis"
local MOST = 4096 -- bytes of a line, at most
local LONGEST = 16 -- elements of a list, at most
local POLL, LONGEST_POLL = 0.001, 0.004 -- seconds between looks for a reply that another coroutine receives
local GRACE = 5 -- seconds that a reply may be late before its connection is taken for dead

local function encode(words)
  local parts = { ("*%d\r\n"):format(#words) }
  for _, word in ipairs(words) do
    word = tostring(word)
    table.insert(parts, ("$%d\r\n%s\r\n"):format(#word, word))
  end
  return table.concat(parts)
end

-- The reply at a position of the text: {value} or {false, an error's words}, and the position behind it. Nil where it
-- is not complete, with why where it never will be.
local parse

local function parse_list(text, position, count)
  local list = {}
  for i = 1, count do
    local element, after = parse(text, position)
    if not element then return nil, after end
    if element[1] == false then return element, after end
    list[i], position = element[1], after
  end
  return { list }, position
end

function parse(text, position)
  local line, after = text:match("^([^\r]*)\r\n()", position)
  if not line then
    if #text - position >= MOST then return nil, NO_REDIS end
    return nil
  end
  local sort, rest = line:sub(1, 1), line:sub(2)
  local number = tonumber(rest)
  if sort == "+" then return { rest }, after end
  if sort == "-" then return { false, rest }, after end
  if sort == ":" and number then return { number }, after end
  if sort == "*" and number and number <= LONGEST then return parse_list(text, after, number) end
  return nil, NO_REDIS
end

-- The requests that wait for a reply are numbered in their order, from `first` to `last`.
function Pipeline:settle(reply, problem, refused)
  local request = self.waiting[self.first]
  self.waiting[self.first] = nil
  self.first = self.first + 1
  request.over, request.reply, request.problem, request.refused = true, reply, problem, refused
  if request.given_up and request.late and reply then request.late(reply) end
end

-- All that wait hear of it, and nothing more can be asked.
function Pipeline:fail(problem)
  self.broken = self.broken or problem
  while self.first <= self.last do self:settle(nil, problem) end
  self.stream:close()
end

function Pipeline:read_replies()
  local position = 1
  while self.first <= self.last do
    local reply, after = parse(self.unread, position)
    if not reply then
      if after then return after end
      break
    end
    position = after
    if reply[1] == false then self:settle(nil, reply[2], true) else self:settle(reply[1]) end
  end
  self.unread = self.unread:sub(position)
end

-- Sending and receiving are each one's turn, which has a time limit. Who is still at it when that is over was stopped
-- from outside, or is late itself.
local function is_free(turn, now) return not turn or now >= turn.ends end

-- What others want to send meanwhile goes out, too: they wait for their replies already.
function Pipeline:send(ends)
  local turn = { ends = ends }
  self.sending = turn
  while self.unsent ~= "" and not self.broken do
    local text = self.unsent
    self.unsent = ""
    local sent, problem = self.stream:send(text, ends)
    if not sent and not self.broken then self:fail(problem) end -- how much went out is not known
  end
  if self.sending == turn then self.sending = nil end
end

function Pipeline:receive(ends)
  local turn = { ends = ends }
  self.receiving = turn
  local chunk, problem = self.stream:receive(ends)
  if self.receiving == turn then self.receiving = nil end
  if self.broken then return end
  if chunk then
    self.unread = self.unread .. chunk
    problem = self:read_replies()
  elseif problem == "timeout" then
    return
  end
  if problem then self:fail(problem) end
end

-- Does what can be done now for the requests, or leaves it to those who do it.
function Pipeline:go_on(request, ends, now, poll)
  if self.unsent ~= "" and is_free(self.sending, now) then
    self:send(ends)
  elseif is_free(self.receiving, now) then
    -- Where what sends was stopped, somebody has to look after what is unsent.
    self:receive(self.unsent ~= "" and math.min(ends, self.sending.ends) or ends)
  elseif self.runtime.wait_until then
    self.runtime.wait_until(ends - now, function()
      return request.over or is_free(self.receiving, self.runtime.now())
    end)
  else
    self.runtime.sleep(math.min(poll, ends - now))
    return math.min(poll * 2, LONGEST_POLL)
  end
  return poll
end

function Pipeline:ask(use, ...)
  if self.broken then return nil, self.broken, true end
  local request, poll = { late = use.late, dead_at = use.ends + GRACE }, POLL
  self.last = self.last + 1
  self.waiting[self.last] = request
  self.unsent = self.unsent .. encode{ ... }
  self.users = self.users + 1
  while not request.over do
    local now = self.runtime.now()
    if now >= use.ends then break end
    poll = self:go_on(request, use.ends, now, poll)
  end
  self.users = self.users - 1
  if self.retired and self.users == 0 then self:close() end
  if request.over then return request.reply, request.problem, request.refused end
  request.given_up = true
  return nil, "timeout"
end

function Pipeline:eval(use, ...) return self:ask(use, "EVAL", ...) end

-- An error of Redis is that of its state, and the next connection may lead to another one. But a reply that is late
-- comes over this connection only.
function Pipeline:survives(problem)
  return not self.broken and problem == "timeout"
end

function Pipeline.keep() return true end

---@param now number seconds
---@return boolean dead is it broken, or does it wait for a reply that will hardly come?
function Pipeline:is_dead(now)
  if self.broken then return true end
  local oldest = self.waiting[self.first]
  return oldest ~= nil and oldest.given_up == true and now >= oldest.dead_at
end

---Closes it as soon as nobody waits for a reply.
function Pipeline:retire()
  self.retired = true
  if self.users == 0 then self:close() end
end

function Pipeline:close()
  if not self.broken then self:fail "closed" end
end

local pipeline = {}

---@param stream table? of redis_streams
---@param problem string? why there is none
---@param runtime tencentcloud.Runtime in which it waits
---@param ends number when it has to be logged in, in seconds of that runtime
---@param credentials string[]? what AUTH takes
---@return table? client
---@return string? why not
function pipeline.over(stream, problem, runtime, ends, credentials)
  if not stream then return nil, problem end
  local self = setmetatable({
    stream = stream, runtime = runtime, shared = true,
    unsent = "", unread = "", waiting = {}, first = 1, last = 0, users = 0,
  }, Pipeline)
  if not credentials then return self end
  local ok
  ok, problem = self:ask({ ends = ends }, "AUTH", (table.unpack or unpack)(credentials))
  if ok then return self end
  self:close()
  return nil, problem
end

return pipeline
