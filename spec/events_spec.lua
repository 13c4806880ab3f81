-- tc.events: an iterator over answers that come as event streams.
local tc = require "tencentcloud"
local core = require "tencentcloud.core"

-- A source that gives these chunks, then nil and `err`.
local function source_of(chunks, err)
  local i = 0
  return function()
    i = i + 1
    if chunks[i] == nil then return nil, err end
    return chunks[i]
  end
end

-- What the iterator gives, one word for each turn: the event's N, or the error's code.
local function read(source, action)
  local words = {}
  for event, err in tc.events(source, action) do
    words[#words + 1] = event and tostring(event.N or event:get("Choices", 1, "Text")) or err.code
  end
  return table.concat(words, " ")
end

local STREAMS = {
  { "events in order", 'data: {"N":1}\n\ndata: {"N":2}\n\n', "1 2" },
  { "lines that end with CR LF", 'data: {"N":1}\r\n\r\ndata: {"N":2}\r\n\r\n', "1 2" },
  { "lines that end with CR", 'data: {"N":1}\r\rdata: {"N":2}\r\r', "1 2" },
  { "a byte-order mark", '\239\187\191data: {"N":1}\n\n', "1" },
  { "no space after the colon", 'data:{"N":1}\n\n', "1" },
  { "data on many lines", 'data: {"N":\ndata: 12\ndata\ndata:}\n\n', "12" },
  { "comments, ids, types and retry times",
    ': hello\nid: 7\nevent: delta\nretry: 100\ndata: {"N":1}\nid\n\n:\n\n', "1" },
  { "unknown fields, one that begins like data", 'date: 1\ndatax: 2\ndat: 3\n data: 4\n\ndata: {"N":5}\n\n', "5" },
  { "HTTP headers before the stream", 'HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: {"N":1}\n\n', "1" },
  { "empty events, which keep a connection open", 'data:\n\ndata: {"N":1}\n\n\n\ndata: \n\n', "1" },
  { "nothing after [DONE]", 'data: {"N":1}\n\ndata: [DONE]\n\ndata: {"N":2}\n\n', "1" },
  { "a last event without its empty line", 'data: {"N":1}\n\ndata: {"N":2}', "1 2" },
  { "a last event without its empty line but with a line end", 'data: {"N":1}\n\ndata: {"N":2}\r\n', "1 2" },
  { "[DONE] at the very end", 'data: {"N":1}\n\ndata: [DONE]', "1" },
  { "text of more than one byte a character", 'data: {"Choices":[{"Text":"根据\\u60a8"}]}\n\n', "根据您" },
  { "an event cut off in the middle", 'data: {"N":1}\n\ndata: {"N":', "1 ClientError.ParseJsonError" },
  { "data that is not JSON", 'data: hello\n\ndata: {"N":1}\n\n', "ClientError.ParseJsonError" },
  { "data that is no object", 'data: [1]\n\n', "ClientError.ResponseError" },
  { "the API's error in the stream",
    'data: {"N":1}\n\ndata: {"Response":{"Error":{"Code":"LimitExceeded.Qps","Message":"m"},"RequestId":"r"}}\n\n',
    "1 LimitExceeded.Qps" },
  { "the API's error without its envelope",
    'data: {"Error":{"Code":"FailedOperation","Message":"m"}}\n\ndata: {"N":1}\n\n', "FailedOperation" },
  { "a model's error", 'data: {"N":1}\n\ndata: {"ErrorMsg":{"Code":4001,"Msg":"busy"}}\n\n', "1 InternalError.4001" },
  { "no error where ErrorMsg says none",
    'data: {"N":1,"ErrorMsg":null}\n\ndata: {"N":2,"ErrorMsg":{"Msg":"","Code":0}}\n\n', "1 2" },
  { "an error instead of a stream",
    ' {"Response":{"Error":{"Code":"AuthFailure","Message":"m"},"RequestId":"r"}}', "AuthFailure" },
  { "an answer instead of a stream", '\n{"Response":{"N":3,"RequestId":"r"}}\n', "3" },
  { "a gateway's page instead of a stream", "<html>\ndata: 1\n\n</html>", "ClientError.ParseJsonError" },
  { "nothing at all", "", "ClientError.EmptyBody" },
  { "text that is no stream", "upstream connect error", "ClientError.ResponseError" },
  { "a stream without an event", ": hello\n\n", "ClientError.ResponseError" },
  { "a stream cut off in a field's name", 'data: {"N":1}\n\ndat', "1 ClientError.NetworkError" },
  { "a stream cut off before an event's data", 'data: {"N":1}\n\nid: 2\n', "1 ClientError.NetworkError" },
  { "a stream that ends with a comment", 'data: {"N":1}\n\n: bye\n', "1" },
  { "a stream cut off after its finish reason",
    'data: {"N":1,"Choices":[{"FinishReason":"stop"}]}\n\ndata: [DO', "1" },
  { "a stream cut off in the word for its end", 'data: {"N":1}\n\ndata: [DO', "1 ClientError.NetworkError" },
  { "a stream cut off in another field after its finish reason",
    'data: {"N":1,"Choices":[{"FinishReason":"stop"}]}\n\nid: 2', "1" },
}

-- How each kind of action says in its last event that it is the last: the events before it, and that one.
local ENDINGS = {
  { "hunyuan", '{"N":1,"Choices":[{"FinishReason":""}]}', '{"N":2,"Choices":[{"FinishReason":"stop"}]}' },
  { "cls", '{"N":1,"Choices":[{"FinishReason":null}]}', '{"N":2,"Choices":[{"FinishReason":"sensitive"}]}' },
  { "names in lower case", '{"N":1,"choices":[{"finish_reason":null}]}', '{"N":2,"choices":[{"finish_reason":"x"}]}' },
  { "the second choice", '{"N":1,"Choices":[{},{"FinishReason":""}]}',
    '{"N":2,"Choices":[{"FinishReason":""},{"FinishReason":"stop"}]}' },
  { "ig", '{"Response":{"N":1,"Data":{"IsFinish":false}}}', '{"Response":{"N":2,"Data":{"IsFinish":true}}}' },
  { "trtc", '{"N":1,"IsEnd":false}', '{"N":2,"IsEnd":true}' },
  { "cloudmate", '{"N":1,"TurnComplete":false}', '{"N":2,"TurnComplete":true}' },
  { "lkeap", '{"N":1,"Progress":"99"}', '{"N":2,"Progress":"100"}' },
  { "waf", '{"N":1,"index":1,"success":true}', '{"N":2,"index":2,"success":true,"end":true}' },
}

describe("events", function()
  for _, case in ipairs(STREAMS) do
    it("read " .. case[1] .. ", cut at any byte", function()
      local stream, wanted = case[2], case[3]
      assert.equal(wanted, read(stream))
      for cut = 0, #stream do
        assert.equal(wanted, read(source_of { stream:sub(1, cut), "", stream:sub(cut + 1) }), "cut after byte " .. cut)
      end
      local bytes = {}
      for i = 1, #stream do bytes[i] = stream:sub(i, i) end
      assert.equal(wanted, read(source_of(bytes)))
    end)
  end

  it("read a long stream cut at each two bytes", function()
    local stream = '\239\187\191data: {"N":1}\r\n\r\ndata:{"N":\rdata: 2}\n\n'
    for first = 0, #stream do
      for second = first, #stream do
        local chunks = { stream:sub(1, first), stream:sub(first + 1, second), stream:sub(second + 1) }
        assert.equal("1 2", read(source_of(chunks)), first .. ", " .. second)
      end
    end
  end)

  it("give a Response, with the fields of the event", function()
    local stream = 'data: {"Choices":[{"Delta":{"Content":"hi"}}],"RequestId":"r-1"}\n\n'
    local next_event = tc.events(stream, "hunyuan.ChatCompletions")
    local event, err = next_event()
    assert.is_nil(err)
    assert.is_true(event.ok)
    assert.equal("r-1", event.request_id)
    assert.equal("hi", event.Choices[1].Delta.Content)
    assert.equal("tencentcloud.Response: hunyuan.ChatCompletions ok r-1", tostring(event))
    assert.same({ Choices = { { Delta = { Content = "hi" } } }, RequestId = "r-1" }, event:totable())
    assert.is_nil((next_event()))
  end)

  it("give false and the Error where something is wrong, once", function()
    local stream = 'data: {"Response":{"Error":{"Code":"A.B","Message":"m"},"RequestId":"r-2"}}\n\n'
    local next_event = tc.events(stream, "cls.ChatCompletions")
    local event, err = next_event()
    assert.is_false(event)
    assert.equal("A.B: m (cls.ChatCompletions, request id r-2)", tostring(err))
    assert.is_nil((next_event()))
  end)

  it("give what the source says of a failed connection", function()
    local words = {}
    for event, err in tc.events(source_of({ 'data: {"N":1}\n\ndata: {"N"' }, "timeout")) do
      words[#words + 1] = event and event.N or err
    end
    assert.equal(2, #words)
    assert.equal("ClientError.NetworkError: timeout", tostring(words[2]))
    local own = tc.error { code = "ClientError.HttpStatusCodeError", message = "502" }
    local _, err = tc.events(source_of({}, own))()
    assert.equal(own, err)
    _, err = tc.events(source_of({ '{"Response":' }, "reset"))()
    assert.equal("ClientError.NetworkError: reset", tostring(err))
  end)

  it("do not ask the source for more than they need", function()
    local asked = 0
    local next_event = tc.events(function()
      asked = asked + 1
      return 'data: {"N":1}\n\ndata: {"N":2}\n\n'
    end)
    next_event()
    next_event()
    assert.equal(1, asked)
  end)

  it("may be read from coroutines, with a source that yields", function()
    -- Without "for": in Lua 5.1 its iterator may not yield.
    local reader = coroutine.wrap(function()
      local next_event = tc.events(coroutine.yield)
      return next_event().N, next_event().N, next_event()
    end)
    reader()
    reader 'data: {"N"'
    reader ":1}\n\nda"
    reader 'ta: {"N":2}\n\n'
    assert.same({ 1, 2 }, { reader(nil) })
  end)

  for _, case in ipairs(ENDINGS) do
    local before, last = "data: " .. case[2] .. "\n\n", "data: " .. case[3] .. "\n\n"

    it("are whole with the last event of " .. case[1], function()
      assert.equal("1 2", read(before .. last))
      assert.equal("1 2", read(before .. last:sub(1, -3)))
      local next_event, stream = tc.events(before .. last)
      repeat until not next_event()
      assert.equal("finish", stream.ended_by)
    end)

    it("are whole with [DONE], whatever their events said, of " .. case[1], function()
      assert.equal("1", read(before .. "data: [DONE]\n\n"))
    end)

    it("tell of a loss without the last event of " .. case[1], function()
      assert.equal("1 ClientError.NetworkError", read(before))
      assert.equal("1 ClientError.NetworkError", read(before:sub(1, -3)))
    end)

    it("stay whole where a report follows the last event of " .. case[1], function()
      assert.equal("1 2 3", read(before .. last .. 'data: {"N":3,"Usage":{}}\n\n'))
    end)
  end

  it("say what was missing where a stream was lost", function()
    local next_event = tc.events('data: {"Choices":[{"FinishReason":""}],"RequestId":"r-3"}\n\n', "cls.ChatCompletions")
    next_event()
    local event, err = next_event()
    assert.is_false(event)
    assert.equal("ClientError.NetworkError: the event stream ended after event 1, but was not finished: no event was "
      .. "[DONE], and none had Choices[].FinishReason; was it cut off? (cls.ChatCompletions, request id r-3)",
      tostring(err))
    assert.equal("backoff", err.retryable)
  end)

  it("say what ended them", function()
    for stream, wanted in pairs {
      ['data: {"N":1}\n\n'] = "end",
      ['data: {"N":1}\n\ndata: [DONE]\n\n'] = "done",
      ['{"Response":{"N":1}}'] = "body",
      ['data: {"N":1}\n\ndata: x\n\n'] = "error",
      [""] = "error",
    } do
      local next_event, state = tc.events(stream)
      assert.is_nil(state.ended_by)
      repeat until not next_event()
      assert.equal(wanted, state.ended_by, stream)
    end
  end)

  it("tell the place of a fault, in the data of the event that they name", function()
    local stream = 'data: {"N":1}\n\ndata:\n\ndata: {"N":\ndata: 1 2}\n\n'
    local next_event = tc.events(stream, "cls.ChatCompletions")
    next_event()
    local _, err = next_event()
    local _, plain = tc.parse('{"N":\n1 2}', "cls.ChatCompletions")
    assert.same({ plain.offset, plain.line, plain.column }, { err.offset, err.line, err.column })
    assert.equal(2, err.line)
    assert.equal("event 2: " .. plain.message, err.message)
    assert.equal("cls.ChatCompletions", err.action)
    _, err = tc.events("data: [1]\n\n")()
    assert.matches("^event 1: the body is an array", err.message)
  end)

  describe("from an object that can be called", function()
    -- As skynet's streams of httpc: each call gives a chunk and the object itself.
    local function object_of(chunks, last)
      local object = { i = 0, closed = 0 }
      function object:close() self.closed = self.closed + 1 end
      return setmetatable(object, { __call = function(self)
        self.i = self.i + 1
        if chunks[self.i] == nil and last then return last(self) end
        return chunks[self.i], self
      end })
    end

    it("read it, and close it at the end", function()
      local object = object_of { 'data: {"N":1}\n\n', "", 'data: {"N":2}\n\n' }
      assert.equal("1 2", read(object))
      assert.equal(1, object.closed)
    end)

    it("close it at [DONE], at an error, and where they are closed", function()
      for _, chunk in ipairs { 'data: [DONE]\n\n', "data: x\n\n" } do
        local object = object_of { 'data: {"N":1}\n\n' .. chunk, "never asked for" }
        read(object)
        assert.same({ 1, 1 }, { object.i, object.closed })
      end
      local object = object_of { 'data: {"N":1}\n\n', 'data: {"N":2}\n\n' }
      local next_event, stream = tc.events(object)
      next_event()
      assert.equal(0, object.closed)
      stream:close()
      stream:close()
      assert.equal(1, object.closed)
      assert.equal("closed", stream.ended_by)
      assert.is_nil((next_event()))
    end)

    it("close it where a loop is left, in Lua 5.4", function()
      local object = object_of { 'data: {"N":1}\n\n', 'data: {"N":2}\n\n' }
      for event in tc.events(object) do
        if event.N == 1 then break end
      end
      assert.equal(_VERSION >= "Lua 5.4" and 1 or 0, object.closed)
    end)

    it("tell of a connection that it lost", function()
      local object = object_of({ 'data: {"N":1}\n\n' }, function(self)
        self.connected = false
        return nil, self
      end)
      local next_event = tc.events(object)
      next_event()
      assert.equal("ClientError.NetworkError: the connection was closed before the end of the response",
        tostring(select(2, next_event())))
    end)

    it("tell of an object that it raises, and let a text through", function()
      local problem = setmetatable({}, { __tostring = function() return "[Socket Error] : read failed" end })
      local object = object_of({}, function() error(problem) end)
      assert.equal("ClientError.NetworkError: [Socket Error] : read failed", tostring(select(2, tc.events(object)())))
      assert.equal(1, object.closed)
      object = object_of({}, function() error("a fault of the program", 0) end)
      assert.error_matches(tc.events(object), "^a fault of the program$")
      assert.equal(1, object.closed)
    end)

    it("take a metatable that is hidden, and a userdata", function()
      local object = object_of { 'data: {"N":1}\n\n' }
      getmetatable(object).__metatable = "hidden"
      assert.equal("1", read(object))
      if not newproxy then return end -- Lua 5.1 and LuaJIT make a userdata
      local proxy, given = newproxy(true), false
      getmetatable(proxy).__call = function()
        if given then return nil end
        given = true
        return 'data: {"N":3}\n\n'
      end
      assert.equal("3", read(proxy))
    end)
  end)

  it("take false from a source for a failure", function()
    local function source() return false, "closed" end
    assert.equal("ClientError.NetworkError: closed", tostring(select(2, tc.events(source)())))
    assert.equal("ClientError.NetworkError: the source of events gave false",
      tostring(select(2, tc.events(function() return false end)())))
  end)

  it("read the streams of skynet's httpc", function()
    local skynet = os.getenv "SKYNET"
    local loaded, internal = pcall(dofile, (skynet or "") .. "/lualib/http/internal.lua")
    if not skynet or not loaded then return pending "SKYNET names no checkout, or this Lua cannot load its files" end
    local function stream_of(bytes, header)
      return internal.response_stream({ read = function(size)
        local part = bytes:sub(1, size or 7)
        bytes = bytes:sub(#part + 1)
        return part
      end }, 200, "", header)
    end
    local text = 'data: {"N":1}\n\ndata: {"N":2}\n\n'
    local chunked = ("%x\r\n%s\r\n"):format(#text, text)
    assert.equal("1 2", read(stream_of(text, { ["content-length"] = tostring(#text) })))
    assert.equal("1 2", read(stream_of(text, {})))
    assert.equal("1 2", read(stream_of(chunked .. "0\r\n\r\n", { ["transfer-encoding"] = "chunked" })))
    local closed = 0
    local stream = stream_of(chunked .. chunked, { ["transfer-encoding"] = "chunked" })
    stream._onclose = function() closed = closed + 1 end
    local next_event, state = tc.events(stream)
    assert.equal(1, next_event().N)
    state:close()
    assert.equal(1, closed)
  end)

  it("hand on to the parser that texts must be sound", function()
    local stream = 'data: {"N":"\255"}\n\n'
    assert.equal("\255", read(stream))
    assert.is_false((tc.events(stream, nil, { strict = true })()))
    assert.is_false((tc.events(stream, { strict = true })()))
    assert.is_truthy((tc.events(stream, { strict = false })()))
    assert.is_false((tc.events('{"Response":{"N":"\255"}}', nil, { strict = true })()))
  end)

  it("take any text for an action, which may come from outside", function()
    for _, action in ipairs { "cls.", "CLS.SearchLog", "a\27[31m", "" } do
      local event, err = tc.events("data: x\n\n", action)()
      assert.is_false(event)
      assert.equal("ClientError.ParseJsonError", err.code)
      err = select(2, tc.events(function() return nil, "timeout" end, action)())
      assert.equal("ClientError.NetworkError", err.code)
      assert.not_matches("\27", tostring(err), 1, true)
    end
  end)

  it("tell of texts that are not sound", function()
    local event = tc.events('data: {"N":\ndata: "\255"}\n\n')()
    assert.same({ "\255", 2 }, { event.N, event.text_fault.line })
  end)

  it("raise on wrong arguments, and name them", function()
    for _, case in ipairs {
      { 12, nil, "bad argument #1 to 'events' (source: string or function expected, got number)" },
      { "", 12, "bad argument #2 to 'events' (action: string expected, got number)" },
      { {}, nil, "bad argument #1 to 'events' (source: string or function expected, got table)" },
      { "", nil, "bad argument #3 to 'events' (a table of options expected, got number)", 1 },
      { "", nil, "bad argument #3 to 'events' (no option 'strick': the options are strict)", { strick = true } },
    } do
      local ok, message = pcall(tc.events, case[1], case[2], case[4])
      assert.is_false(ok)
      assert.is_truthy(message:find(case[3], 1, true), message)
    end
    assert.error_matches(tc.events(function() return {} end), "the source of events gave a table")
  end)

  it("stop at an event of more than 256 MiB", function()
    local reader, chunk = core.event_reader(), ("x"):rep(2 ^ 24)
    assert.equal("need", (reader:read("data:", 1)))
    for _ = 1, 16 do assert.equal("data", (reader:read(chunk, 1))) end
    assert.equal("large", (reader:read("x", 1)))
  end)
end)
