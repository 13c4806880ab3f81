-- Runs the Lua of docs/rules.md from top to bottom, as a program that has a client of its own.

local read = require "spec.support.read"
local fake_dict = require "spec.support.fake_dict"
local tc = require "tencentcloud"

-- The blocks' locals go on from one to the next, so all run as one.
local function program(text)
  local blocks = {}
  for block in text:gmatch("```lua\n(.-)```") do table.insert(blocks, block) end
  return table.concat(blocks, "\n"), #blocks
end

local ANSWER = [[{"Response": {"TotalCount": 1, "RequestId": "r",
  "InstanceSet": [{"InstanceId": "ins-1", "InstanceState": "RUNNING"}]}}]]

describe("docs/rules.md", function()
  it("has Lua that runs as printed", function()
    local printed = {}
    local client = { post = function() return { body = ANSWER, status = 200, headers = {} } end }
    local environment = setmetatable({
      tc = tc,
      client = client,
      send = function() return ANSWER end,
      body = ANSWER,
      uuid = function() return "token" end,
      log = function() end,
      ngx = { shared = { budget = fake_dict() } },
      print = function(...) table.insert(printed, tostring((...))) end,
    }, { __index = _G })
    local source, blocks = program(read("docs/rules.md"))
    local chunk
    if setfenv then
      chunk = setfenv(assert(loadstring(source, "@docs/rules.md")), environment)
    else
      chunk = assert(load(source, "@docs/rules.md", "t", environment))
    end
    chunk()
    assert.is_true(blocks > 10)
    assert.matches("ins-1", table.concat(printed, "\n"), 1, true)
    assert.matches("sending it again is not safe", table.concat(printed, "\n"), 1, true)
  end)

  it("shows the explanation as it is printed", function()
    local text = tostring(tc.rules():explain("cvm.RunInstances", "InternalError"))
    assert.matches("```\n" .. text .. "\n```", read("docs/rules.md"), 1, true)
  end)
end)
