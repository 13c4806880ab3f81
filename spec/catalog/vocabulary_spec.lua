-- The vocabulary: what is said once in catalog/vocabulary.lua reaches C and Lua, and what is not whole is refused.
package.path = "./?.lua;" .. package.path
local header = require "catalog.vocabulary_header"
local core = require "tencentcloud.core"
local read = require "spec.support.read"
local shell = require "spec.support.shell"
local source = require "catalog.vocabulary"
local vocabulary = require "tencentcloud.vocabulary"

-- A copy of the vocabulary to damage.
local function copy(value)
  if type(value) ~= "table" then return value end
  local result = {}
  for key, field in pairs(value) do result[key] = copy(field) end
  return result
end

describe("the vocabulary", function()
  it("is whole", function()
    header.check(source)
  end)

  it("reaches programs through the core as it is written", function()
    local kinds = copy(source.kinds)
    for _, kind in ipairs(kinds) do -- these are parts of texts, and reach programs in those
      for _, field in ipairs { "sentence", "opening", "reads_advice" } do
        kind[field], kind[field .. "_zh"] = nil, nil
      end
    end
    assert.same(kinds, core.vocabulary().kinds)
    for _, list in ipairs { "retryable", "executed", "source", "paging", "paging_fields", "paging_counts" } do
      assert.same(source[list], vocabulary[list])
    end
    for position, code in ipairs(source.client_codes) do
      assert.same({ code = "ClientError." .. code.name, broken = code.broken, of_call = code.of_call },
        vocabulary.client_codes[position])
    end
    assert.equal(#source.client_codes, #vocabulary.client_codes)
    for _, limit in ipairs(source.limits) do
      assert.equal(limit.value, vocabulary.limits[limit.name].value)
      assert.equal(limit.text or ("%d"):format(limit.value), vocabulary.limits[limit.name].text)
    end
    for name, kind in pairs(vocabulary.kind) do assert.equal(name, kind.name) end
  end)

  local damages = {
    { "a kind without a summary", function(words) words.kinds[3].summary_zh = nil end,
      "kind throttle: the field summary_zh is missing" },
    { "a kind without a sentence", function(words) words.kinds[3].sentence = nil end,
      "kind throttle: the field sentence is missing" },
    { "a kind with an advice for reads in one language", function(words) words.kinds[3].reads_advice = "Read." end,
      "kind throttle: the field reads_advice_zh is missing" },
    { "a kind with an empty advice", function(words) words.kinds[3].advice = "" end,
      "kind throttle: the field advice is missing" },
    { "a kind that does not say whether it is refused", function(words) words.kinds[1].refused = nil end,
      "kind auth: the field refused is missing; it is a boolean" },
    { "a kind that does not say whether it is hopeless", function(words) words.kinds[1].hopeless = nil end,
      "kind auth: the field hopeless is missing; it is a boolean" },
    { "a kind with a field that nobody knows", function(words) words.kinds[1].advise = "x" end,
      "kind auth: no field advise is known" },
    { "a kind with a verdict that there is not", function(words) words.kinds[1].retryable = "later" end,
      "kind auth: its retryable is not one" },
    { "a kind that is listed twice", function(words) words.kinds[2].name = "auth" end,
      "kinds: 'auth' is listed twice" },
    { "a kind that is not a word", function(words) words.kinds[2].name = "Not A Word" end,
      "kinds: 'Not A Word' is not a word" },
    { "a client code that does not say when it comes", function(words) words.client_codes[1].of_call = nil end,
      "client code NetworkError: the field of_call is missing" },
    { "a limit without a value", function(words) words.limits[1].value = nil end,
      "limit body: the field value is missing; it is a number" },
    { "a limit with a field that nobody knows", function(words) words.limits[2].txt = "x" end,
      "limit depth: no field txt is known" },
    { "a limit that C's int cannot hold", function(words) words.limits[1].value = 2 ^ 31 end,
      "limit body: its value is no int" },
  }
  for _, case in ipairs(damages) do
    it("cannot be built with " .. case[1], function()
      local words = copy(source)
      case[2](words)
      local ok, message = pcall(header.check, words)
      assert.is_false(ok)
      assert.matches(case[3], message, 1, true)
    end)
  end

  it("has every ClientError that the sources make", function()
    local known = {}
    for _, code in ipairs(vocabulary.client_codes) do known[code.code] = true end
    for path in shell.run "find lua src catalog/texts -type f":gmatch "%S+" do
      for code in read(path):gmatch "ClientError%.%u%a+" do
        assert(known[code], ("%s has %s, which catalog/vocabulary.lua does not"):format(path, code))
      end
    end
  end)

  it("has texts of their own for the codes that rules can meet", function()
    for _, code in ipairs(vocabulary.client_codes) do
      if not code.of_call then assert.is_true(core.registry:lookup(code.code).known, code.code) end
    end
  end)
end)
