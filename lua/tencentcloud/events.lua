-- tencentcloud.events: an iterator over an answer that comes as an event stream. The bytes are read
-- by the core; here the pieces of an event are joined, parsed and told apart.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local ending = require "tencentcloud.events.ending"
local sources = require "tencentcloud.events.source"
local vocabulary = require "tencentcloud.vocabulary"

local BODY_MAX = vocabulary.limits.body
local DONE = "[DONE]"

---@class tencentcloud.EventStream
---@field ended_by "done"|"finish"|"end"|"body"|"error"|"closed"|nil what ended it; nil while it goes on
---@field count integer events that were read so far
local EventStream = { __name = "tencentcloud.EventStream" }
EventStream.__index = EventStream

local function end_stream(stream, ended_by)
  if stream.ended_by then return end
  stream.ended_by = ended_by
  sources.close(stream.source)
end

---Ends the stream where it is, and closes its source if that can be closed.
function EventStream:close()
  end_stream(self, "closed")
end

-- Lua 5.4 and later do it where the loop over the events is left.
EventStream.__close = EventStream.close

local function fail(stream, err)
  end_stream(stream, "error")
  return false, err
end

local function failure(stream, code, message)
  return core.error { code = code, message = message, request_id = stream.request_id, action = stream.action }
end

-- What the source gave instead of a chunk, as an Error: one of this module's is given on as it is.
local function fail_source(stream, problem)
  if type(problem) ~= "string" then return fail(stream, problem) end
  return fail(stream, failure(stream, "ClientError.NetworkError", problem))
end

-- hunyuan's models report what fails while they answer as {"ErrorMsg": {"Code": 4000, "Msg": "..."}}, without Error.
local function model_failure(stream, answer)
  local stated = answer.ErrorMsg
  if type(stated) ~= "userdata" or type(stated.Msg) ~= "string" or stated.Msg == "" then return nil end
  local number = tostring(stated.Code):match "^%d+$"
  return failure(stream, number and "InternalError." .. number or "InternalError", stated.Msg)
end

-- An answer, as the iterator gives it.
local function give(stream, answer, err)
  if not answer then return fail(stream, err) end
  if not answer.ok then return fail(stream, answer.error) end
  stream.request_id = answer.request_id or stream.request_id
  local failed = model_failure(stream, answer)
  if failed then return fail(stream, failed) end
  return answer
end

local function parse_body(stream, body)
  return core.parse(body, stream.action, nil, stream.options)
end

-- Gives an event. Its place in the stream is said of data that is no event.
local function give_event(stream, data)
  stream.count = stream.count + 1
  local answer, err = core.parse_event(data, stream.action, stream.options)
  if not answer then
    -- An Error with a response is the API's own.
    return fail(stream, err.response and err or stream.reader:place(err, stream.count))
  end
  local event, failed = give(stream, answer)
  if event and not stream.whole then
    local whole, mark = ending.read(event, stream.mark)
    if whole ~= nil then stream.whole, stream.mark = whole, mark end
  end
  return event, failed
end

-- Ends the current event. Gives nothing for an event without data: servers send them to keep the
-- connection open.
local function end_event(stream)
  local data = table.concat(stream.pieces)
  stream.pieces = {}
  stream.seen = true
  if data:find "^%s*%[DONE%]%s*$" then return end_stream(stream, "done") end
  if data:find "%S" then return give_event(stream, data) end
end

-- The next chunk. What a source raises as a fault of the program's goes on to it, and the stream has ended.
local function next_chunk(stream)
  local chunk, problem, fault = sources.next(stream.source)
  if fault then
    end_stream(stream, "error")
    error(fault, 0)
  end
  return chunk, problem
end

-- The source is not an event stream but one body that begins in this chunk, such as an API error's.
local function read_body(stream)
  local pieces, size = { stream.chunk:sub(stream.position) }, 0
  repeat
    size = size + #pieces[#pieces]
    local chunk, problem = next_chunk(stream)
    if problem then return fail_source(stream, problem) end
    pieces[#pieces + 1] = chunk
  until not chunk or size > BODY_MAX.value
  local answer, err = give(stream, parse_body(stream, table.concat(pieces)))
  end_stream(stream, "body")
  return answer, err
end

-- A stream that was lost ends like one that is whole: what its events say tells them apart.
local function end_of_source(stream, where)
  if stream.whole then return end_stream(stream, "finish") end
  if not stream.seen then
    return fail(stream, failure(stream, "ClientError.ResponseError",
      "an event stream was expected, but the answer ended without an event"))
  end
  if where == "cut off" then
    return fail(stream, failure(stream, "ClientError.NetworkError",
      ("the event stream was cut off in the middle of event %d"):format(stream.count + 1)))
  end
  if stream.whole == false then
    return fail(stream, failure(stream, "ClientError.NetworkError",
      ("the event stream ended after event %d, but was not finished: no event was [DONE], and none had %s; was it "
      .. "cut off?"):format(stream.count, stream.mark.name)))
  end
  end_stream(stream, "end")
end

-- Is it what is left of [DONE] in a stream that was cut off there?
local function is_cut_done(data)
  local rest = data:match "^%s*(%S*)$"
  return rest and rest ~= "" and #rest < #DONE and DONE:sub(1, #rest) == rest
end

-- The source has no more bytes. A last event that lacks its empty line is given first.
local function finish(stream, problem)
  if problem then return fail_source(stream, problem) end
  if stream.empty then return give(stream, parse_body(stream, "")) end
  local where = stream.reader:finish()
  if where == "unfinished" then
    if not is_cut_done(table.concat(stream.pieces)) then return end_event(stream) end
    where = "cut off"
  end
  return end_of_source(stream, where)
end

-- Reads up to the next event, or a part of the way.
local function step(stream)
  if not stream.chunk then
    local chunk, problem
    if not stream.dry then chunk, problem = next_chunk(stream) end
    if not chunk then
      stream.dry = true
      return finish(stream, problem)
    end
    stream.chunk, stream.position, stream.empty = chunk, 1, false
  end
  local what, position, piece = stream.reader:read(stream.chunk, stream.position)
  stream.position = position
  if what == "data" then
    stream.pieces[#stream.pieces + 1] = piece
  elseif what == "event" then
    return end_event(stream)
  elseif what == "need" then
    stream.chunk = nil
  elseif what == "body" then
    return read_body(stream)
  else
    return fail(stream, failure(stream, "ClientError.ResponseError", "an event of more than " .. BODY_MAX.text))
  end
end

local SCHEMA = { strict = arguments.type "boolean" }

---Reads an answer that comes as an event stream.
---
---    for event, err in tc.events(next_chunk, "hunyuan.ChatCompletions") do
---      if not event then print(err) break end
---      io.write(event.Choices[1].Delta.Content)
---    end
---
---Each event is a Response: its fields are those of the event's data. Where something is wrong (an error of the API in
---the stream or instead of it, data that is not JSON, a failed connection, a stream that ends before its events say
---so) the last turn gives false and the Error. The iteration ends there, at `[DONE]`, or at the end of the source. An
---answer that is not a stream but one JSON body is given like a single event.
---@param source string|table|userdata|fun(): string?, any the whole stream; or a function, or what can be called like
---one, that gives the next chunk, cut anywhere, and nil at the end, or nil and what went wrong. Its method `close`, if
---it has one, is called at the end
---@param action string? "service.Action", for the errors
---@param options {strict: boolean?}? the last argument; strict: refuse texts that are not sound
---@return fun(): tencentcloud.Response|false|nil, tencentcloud.Error?
---@return tencentcloud.EventStream stream says how it ended, and can be closed
---@return nil
---@return tencentcloud.EventStream stream again: Lua 5.4 closes it where the loop is left
local function events(source, action, options)
  local from = sources.of(source)
  arguments.that(from, 1, "events", "source: string or function expected, got %s", type(source))
  if options == nil and type(action) == "table" then action, options = nil, action end
  arguments.that(action == nil or type(action) == "string", 2, "events", "action: string expected, got %s",
    type(action))
  options = arguments.options(options, SCHEMA, 3, "events")
  local stream = setmetatable({
    source = from,
    action = action,
    options = options.strict ~= nil and options or nil,
    reader = core.event_reader(),
    pieces = {},
    count = 0,
    empty = true, -- no byte has come
    seen = false, -- an event has come, even one without data
    dry = false, -- no byte will come
  }, EventStream)
  local function next_event()
    while not stream.ended_by do
      local event, err = step(stream)
      if event ~= nil then return event, err end
    end
  end
  return next_event, stream, nil, stream
end

return events
