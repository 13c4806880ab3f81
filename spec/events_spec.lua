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

  it("raise on wrong arguments, and name them", function()
    for _, case in ipairs {
      { 12, nil, "bad argument #1 to 'events' (source: string or function expected, got number)" },
      { "", 12, "bad argument #2 to 'events' (action: string expected, got number)" },
      { "", "Cvm", "bad argument #2 to 'events' (action 'Cvm': it begins with a service" },
    } do
      local ok, message = pcall(tc.events, case[1], case[2])
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
