-- Sample answers of the API's documentation, where they are at hand: lua-cjson reads the same of each.

local tc = require "tencentcloud"
local cjson = require "cjson"
local cjson_reading = require "spec.support.cjson_reading"
local reference = require "spec.support.json_reference"

local PATH = "../shared/responses/documented.jsonl" -- beside the project: one JSON object a line

-- What cjson reads of a body that is JSON: the fields of Response, or nil.
local function response_of(body)
  if not reference.check(body) then return nil end
  local ok, root = pcall(cjson.decode, body)
  if not ok or type(root) ~= "table" then return nil end
  return type(root.Response) == "table" and root.Response or nil
end

-- The code, as the official SDKs find it.
local function code_of(response)
  local err = response.Error
  local code = type(err) == "table" and err.Code
  return type(code) == "string" and code ~= "" and code or nil
end

local function judge(sample)
  local body, action = sample.body, sample.service .. "." .. sample.action
  local wanted = response_of(body)
  local res, err = tc.parse(body, action)
  if not wanted then
    assert.is_nil(res)
    assert.equal("ClientError", err.category)
    return "rejected"
  end
  assert(res, tostring(err))
  local code = code_of(wanted)
  assert.equal(code == nil, res.ok)
  assert.equal(code, res.code)
  assert.equal(code, res.error and res.error.code)
  local request_id = type(wanted.RequestId) == "string" and wanted.RequestId or nil
  assert.equal(request_id, res.request_id)
  assert.is_nil(cjson_reading.difference(res:totable(), wanted))
  return code and "failures" or "successes"
end

describe("the documentation's answers", function()
  it("are read as lua-cjson reads them, and others give nil and an Error", function()
    local file = io.open(PATH, "rb")
    if not file then return pending("skipped: there is no " .. PATH) end
    local counts = { successes = 0, failures = 0, rejected = 0 }
    for line in file:lines() do
      local sample = cjson.decode(line)
      local ok, result = pcall(judge, sample)
      assert(ok, sample.service .. "." .. sample.action .. ": " .. tostring(result))
      counts[result] = counts[result] + 1
    end
    file:close()
    for kind, count in pairs(counts) do assert.is_true(count > 0, "no " .. kind) end
  end)
end)
