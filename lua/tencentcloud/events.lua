-- tencentcloud.events: an iterator over an answer that comes as an event stream. The bytes are read
-- by the core; here the pieces of an event are joined, parsed and told apart.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local vocabulary = require "tencentcloud.vocabulary"

local BODY_MAX = vocabulary.limits.body

local Stream = {}
Stream.__index = Stream

local function give_once(text)
  return function()
    local chunk = text
    text = nil
    return chunk
  end
end

local function failure(stream, code, message, request_id)
  return core.error { code = code, message = message, request_id = request_id, action = stream.action }
end

-- What the source gave instead of a chunk, as an Error: one of this module's is given on as it is.
local function source_failure(stream, err)
  if getmetatable(err) == "tencentcloud.Error" then return err end
  return failure(stream, "ClientError.NetworkError", tostring(err))
end

-- hunyuan's models report what fails while they answer as {"ErrorMsg": {"Code": 4000, "Msg": "..."}}, without Error.
local function model_failure(stream, answer)
  local stated = answer.ErrorMsg
  if type(stated) ~= "userdata" or type(stated.Msg) ~= "string" or stated.Msg == "" then return nil end
  local number = tostring(stated.Code):match "^%d+$"
  local code = number and "InternalError." .. number or "InternalError"
  return failure(stream, code, stated.Msg, answer.request_id)
end

-- The next chunk that is not empty; or nil at the end, with what went wrong.
local function next_chunk(stream)
  repeat
    local chunk, err = stream.source()
    if chunk == nil then return nil, err end
    if type(chunk) ~= "string" then
      error(("the source of events gave a %s: a chunk is a string, the end is nil"):format(type(chunk)), 0)
    end
    if chunk ~= "" then
      stream.empty = false
      return chunk
    end
  until false
end

function Stream:stop(err)
  self.ended = true
  if err then return false, err end
end

-- An answer, as the iterator gives it.
function Stream:give(answer, err)
  if not answer then return self:stop(err) end
  if not answer.ok then return self:stop(answer.error) end
  local failed = model_failure(self, answer)
  if failed then return self:stop(failed) end
  return answer
end

-- Ends the current event. Gives nothing for an event without data: servers send them to keep the
-- connection open.
function Stream:end_event()
  local data = table.concat(self.pieces)
  self.pieces = {}
  self.seen = true
  if data:find "^%s*%[DONE%]%s*$" then return self:stop() end
  if data:find "%S" then return self:give(core.parse_event(data, self.action)) end
end

-- The source is not an event stream but one body that begins in this chunk, such as an API error's.
function Stream:read_body()
  local pieces, size = { self.chunk:sub(self.position) }, 0
  repeat
    size = size + #pieces[#pieces]
    local chunk, err = next_chunk(self)
    if err then return self:stop(source_failure(self, err)) end
    pieces[#pieces + 1] = chunk
  until not chunk or size > BODY_MAX.value
  local answer, err = self:give(core.parse(table.concat(pieces), self.action))
  self.ended = true
  return answer, err
end

-- The source is at its end.
function Stream:finish(err)
  self.ended = true
  if err then return self:stop(source_failure(self, err)) end
  if self.reader:finish() then return self:end_event() end
  if self.empty then return self:give(core.parse("", self.action)) end
  if not self.seen then
    local message = "an event stream was expected, but the answer ended without an event"
    return self:stop(failure(self, "ClientError.ResponseError", message))
  end
end

-- Reads up to the next event, or a part of the way.
function Stream:step()
  if not self.chunk then
    local chunk, err = next_chunk(self)
    if not chunk then return self:finish(err) end
    self.chunk, self.position = chunk, 1
  end
  local what, position, piece = self.reader:read(self.chunk, self.position)
  self.position = position
  if what == "data" then
    self.pieces[#self.pieces + 1] = piece
  elseif what == "event" then
    return self:end_event()
  elseif what == "need" then
    self.chunk = nil
  elseif what == "body" then
    return self:read_body()
  else
    return self:stop(failure(self, "ClientError.ResponseError", "an event of more than " .. BODY_MAX.text))
  end
end

---Reads an answer that comes as an event stream.
---
---    for event, err in tc.events(next_chunk, "hunyuan.ChatCompletions") do
---      if not event then print(err) break end
---      io.write(event.Choices[1].Delta.Content)
---    end
---
---Each event is a Response: its fields are those of the event's data. Where something is wrong (an error of the API in
---the stream or instead of it, data that is not JSON, a failed connection) the last turn gives false and the Error.
---The iteration ends there, at `[DONE]`, or at the end of the source. An answer that is not a stream but one JSON body
---is given like a single event.
---@param source string|fun(): string?, any the whole stream; or a function that gives the next chunk, cut anywhere,
---and nil at the end, or nil and what went wrong
---@param action string? "service.Action", for the errors
---@return fun(): tencentcloud.Response|false|nil, tencentcloud.Error?
local function events(source, action)
  local given = type(source)
  arguments.that(given == "string" or given == "function", 1, "events", "source: string or function expected, got %s",
    given)
  if action ~= nil then
    arguments.that(type(action) == "string", 2, "events", "action: string expected, got %s", type(action))
    local name, reason = core.action_name(action)
    arguments.that(name, 2, "events", "action '%s': %s", action, reason)
  end
  local stream = setmetatable({
    source = given == "string" and give_once(source) or source,
    action = action,
    reader = core.event_reader(),
    pieces = {},
    empty = true, -- no byte has come
    seen = false, -- an event has come
    ended = false,
  }, Stream)
  return function()
    while not stream.ended do
      local event, err = stream:step()
      if event ~= nil then return event, err end
    end
  end
end

return events
