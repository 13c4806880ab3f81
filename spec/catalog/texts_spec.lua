-- The descriptions and advice of error codes: catalog/texts.lua and catalog/texts/*.lua.
package.path = "./?.lua;" .. package.path
local reader = require "catalog.reader"
local texts = require "catalog.texts"
local read = require "spec.support.read"
local reference = require "spec.support.texts_reference"
local shell = require "spec.support.shell"

-- The codes that every action may return, as the API's documentation lists them.
local COMMON = {
  "ActionOffline", "AuthFailure.InvalidAuthorization", "AuthFailure.InvalidSecretId", "AuthFailure.MFAFailure",
  "AuthFailure.SecretIdNotFound", "AuthFailure.SignatureExpire", "AuthFailure.SignatureFailure",
  "AuthFailure.TokenFailure", "AuthFailure.UnauthorizedOperation", "DryRunOperation", "FailedOperation",
  "InternalError", "InvalidAction", "InvalidParameter", "InvalidParameterValue", "InvalidRequest", "IpInBlacklist",
  "IpNotInWhitelist", "LimitExceeded", "MissingParameter", "NoSuchProduct", "NoSuchVersion", "RequestLimitExceeded",
  "RequestLimitExceeded.GlobalRegionUinLimitExceeded", "RequestLimitExceeded.IPLimitExceeded",
  "RequestLimitExceeded.UinLimitExceeded", "RequestSizeLimitExceeded", "ResourceInUse", "ResourceInsufficient",
  "ResourceNotFound", "ResourceUnavailable", "ResponseSizeLimitExceeded", "ServiceUnavailable",
  "UnauthorizedOperation", "UnknownParameter", "UnsupportedOperation", "UnsupportedProtocol", "UnsupportedRegion",
  "ClientError.ParseJsonError", "ClientError.ResponseError", "ClientError.EmptyBody",
  "ClientError.HttpStatusCodeError", "ClientError.NetworkError",
}

local cls = assert(reader.read_file "catalog/services/cls-2020-10-16.txt")
local cls_actions, cls_codes = {}, {}
for _, action in ipairs(cls.actions) do
  cls_actions[action.name] = true
  for _, code in ipairs(action.codes) do cls_codes[code] = true end
end

local kind_texts = {}
for _, kind in ipairs(require("catalog.vocabulary").kinds) do
  kind_texts[kind.name] = { en = { advice = kind.advice }, zh = { advice = kind.advice_zh } }
end

-- Calls `visit(text, name, language)` for each sentence of the texts.
local function each_sentence(visit)
  for part, entries in pairs { codes = texts.codes, categories = texts.categories, kinds = kind_texts } do
    for name, languages in pairs(entries) do
      for _, language in ipairs { "en", "zh" } do
        for field, text in pairs(languages[language]) do
          visit(text, ("%s %s %s %s"):format(part, name, language, field), language)
        end
      end
    end
  end
end

-- Counts the characters of UTF-8 text.
local function length(text)
  return select(2, text:gsub("[^\128-\191]", ""))
end

describe("the texts", function()
  it("cover every common code, and our own, in both languages", function()
    for _, code in ipairs(COMMON) do
      local text = texts.codes[code]
      assert.is_table(text, code)
      for _, language in ipairs { "en", "zh" } do
        assert.is_string(text[language].description, code)
        assert.is_string(text[language].advice, code)
      end
    end
  end)

  it("cover every code of CLS", function()
    local count = 0
    for code in pairs(cls_codes) do
      assert.is_table(texts.codes["cls " .. code] or texts.codes[code], code)
      count = count + 1
    end
    assert.are.equal(121, count)
  end)

  it("are read from every file of the folder", function()
    local listed = { ["categories.lua"] = true }
    for name in assert(read "catalog/texts.lua":match "ipairs { (.-) }"):gmatch '"([%w_]+)"' do
      listed[name .. ".lua"] = true
    end
    for name in shell.run "ls catalog/texts":gmatch "%S+" do
      assert(listed[name], "catalog/texts.lua does not list " .. name)
    end
  end)

  it("have a sentence for every category of ten codes or more", function()
    local sizes, seen = {}, {}
    for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
      for _, action in ipairs(service.actions) do
        for _, code in ipairs(action.codes) do
          local category = code:match "^[^.]*"
          if not seen[code] then sizes[category] = (sizes[category] or 0) + 1 end
          seen[code] = true
        end
      end
    end
    for category, size in pairs(sizes) do
      if size >= 10 then assert.is_table(texts.categories[category], category) end
    end
    assert.is_table(texts.categories["*"])
  end)

  it("are whole sentences of a sensible length", function()
    each_sentence(function(text, name, language)
      local finish = language == "zh" and "。" or "."
      assert.are.equal(finish, text:sub(-#finish), name)
      assert.is_true(length(text) >= (language == "zh" and 5 or 15) and length(text) <= 120, name .. ": " .. text)
      assert.is_nil(text:find("  ", 1, true), name)
      assert.is_nil(text:find "^%s", name)
    end)
  end)

  it("are Chinese in Chinese, with Chinese marks, and ASCII in English", function()
    each_sentence(function(text, name, language)
      if language == "en" then
        assert.is_nil(text:find "[\128-\255]", name)
      else
        assert.is_not_nil(text:find "[\228-\233]", name)
        assert.is_nil(text:find "[\128-\255][,;:?!]", name .. ": " .. text)
      end
    end)
  end)

  it("name only actions that CLS has, where they name actions of CLS", function()
    local count = 0
    for code, text in pairs(texts.codes) do
      if cls_codes[code:gsub("^cls ", "")] then
        for verb, noun in text.en.advice:gmatch "%f[%a](%u%l+)(%u%a+)" do
          if verb == "Describe" or verb == "Modify" or verb == "Create" then
            assert.is_true(cls_actions[verb .. noun], code .. ": " .. verb .. noun)
            count = count + 1
          end
        end
      end
    end
    assert.is_true(count > 10)
  end)

  it("stay small", function()
    local total = 0
    each_sentence(function(text) total = total + #text end)
    assert.is_true(total < 150000)
  end)
end)

describe("reference.words", function()
  local cases = {
    { "TagQpsLimit", "tag qps limit" },
    { "VPCNotFound", "VPC not found" },
    { "CcnVPCIdMalformed", "ccn VPC id malformed" },
    { "SYS_ERR", "SYS ERR" },
    { "DeleteTrigger.UrlUsed", "delete trigger url used" },
    { "RequestLimitExceeded30S", "request limit exceeded30 S" },
    { "fFowIds", "f fow ids" },
    { "x", "x" },
    { "", "" },
  }
  for _, case in ipairs(cases) do
    it(("gives %q for %q"):format(case[2], case[1]), function()
      assert.are.equal(case[2], reference.words(case[1]))
    end)
  end
end)

describe("reference.compose", function()
  it("gives a code its own text", function()
    local description, advice = reference.compose(nil, "UnsupportedProtocol", "unsupported", "en")
    assert.are.equal("The request came by a protocol or method that API 3.0 does not take.", description)
    assert.are.equal("Use HTTPS with GET or POST.", advice)
  end)

  it("prefers the service's own text", function()
    assert.are.equal("The log topic does not exist in this region.",
      (reference.compose("cls", "ResourceNotFound.TopicNotExist", "not_found", "en")))
    assert.are.equal("The resource was not found: topic not exist.",
      (reference.compose("ckafka", "ResourceNotFound.TopicNotExist", "not_found", "en")))
    assert.are.equal("The resource was not found: topic not exist.",
      (reference.compose(nil, "ResourceNotFound.TopicNotExist", "not_found", "en")))
  end)

  it("makes a description from the category's sentence and the detail's words, with the kind's advice", function()
    local description, advice = reference.compose("cvm", "InvalidParameterValue.InstanceNotFound", "not_found", "en")
    assert.are.equal("A parameter's value is not allowed: instance not found.", description)
    assert.are.equal(kind_texts.not_found.en.advice, advice)
    assert.are.equal("参数取值不被允许：instance not found。",
      (reference.compose("cvm", "InvalidParameterValue.InstanceNotFound", "not_found", "zh")))
  end)

  it("names the whole code where the category has no sentence", function()
    assert.are.equal("The API refused the request: invalid vpc id not found.",
      (reference.compose("vpc", "InvalidVpcId.NotFound", "not_found", "en")))
    assert.are.equal("API 拒绝了该请求：region error。", (reference.compose(nil, "RegionError", "parameter", "zh")))
  end)

  it("gives a bare category without its own text its sentence", function()
    assert.are.equal("The credential was not accepted.", (reference.compose(nil, "Credential", "parameter", "en")))
  end)
end)
