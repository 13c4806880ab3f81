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

local services = assert(reader.read_directory "catalog/services")
local cls = assert(reader.read_file "catalog/services/cls-2020-10-16.txt")
local cls_actions, cls_codes = {}, {}
for _, action in ipairs(cls.actions) do
  cls_actions[action.name] = true
  for _, code in ipairs(action.codes) do cls_codes[code] = true end
end

local kind_texts, openings = {}, {}
for _, kind in ipairs(require("catalog.vocabulary").kinds) do
  openings[kind.name] = kind.opening and { en = kind.opening, zh = kind.opening_zh }
  kind_texts[kind.name] = {
    en = { sentence = kind.sentence, advice = kind.advice, reads_advice = kind.reads_advice },
    zh = { sentence = kind.sentence_zh, advice = kind.advice_zh, reads_advice = kind.reads_advice_zh },
  }
end

-- Calls `visit(text, name, language)` for each sentence of the texts.
local function each_sentence(visit)
  for part, entries in pairs { codes = texts.codes, categories = texts.categories, kinds = kind_texts } do
    for name, languages in pairs(entries) do
      for _, language in ipairs { "en", "zh" } do
        for field, text in pairs(languages[language]) do
          if field ~= "opening" then visit(text, ("%s %s %s %s"):format(part, name, language, field), language) end
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
    assert.is_not_nil(next(cls_codes))
    for code in pairs(cls_codes) do assert.is_table(texts.codes["cls " .. code] or texts.codes[code], code) end
  end)

  it("are read from every file of the folder", function()
    local listed = { ["categories.lua"] = true }
    for name in assert(read "catalog/texts.lua":match "FILES = {(.-)}"):gmatch '"([%w_]+)"' do
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

  it("begin otherwise before the name of a thing, without a stop, where a kind has that", function()
    local count = 0
    for name, kind in pairs(openings) do
      count = count + 1
      assert.matches("%a$", kind.en, nil, nil, name)
      assert.matches("[\228-\233][\128-\191]+$", kind.zh, nil, nil, name)
    end
    assert.is_true(count > 0)
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

  -- What the README says of them.
  local WRITTEN = { cls = true, sts = true, cam = true, sms = true, hunyuan = true, lkeap = true, tts = true }
  local MOST_DECLARED = 500

  it("are written by hand for all codes of some services, and for those that the most actions declare", function()
    local declared, codes = {}, {}
    for _, service in ipairs(services) do
      for _, action in ipairs(service.actions) do
        local starts = service.service == "cvm"
          and (action.name == "RunInstances" or action.name == "StartInstances" or action.name == "StopInstances")
        for _, code in ipairs(action.codes) do
          if not declared[code] then table.insert(codes, code) end
          declared[code] = (declared[code] or 0) + 1
          local own = texts.codes[code] or texts.codes[service.service .. " " .. code]
          if (WRITTEN[service.service] or starts) and not own then error(service.service .. " " .. code) end
        end
      end
    end
    table.sort(codes, function(left, right)
      if declared[left] ~= declared[right] then return declared[left] > declared[right] end
      return left < right
    end)
    for rank = 1, MOST_DECLARED do assert.is_table(texts.codes[codes[rank]], codes[rank]) end
  end)

  it("say of a review, a proof or a block what ends it, not that CAM would", function()
    local count = 0
    for name, text in pairs(require "catalog.texts.reviews") do
      for place = 1, 4 do assert.is_nil(text[place]:find "CAM", name) end
      count = count + 1
    end
    assert.is_true(count > 20)
    local code = "FailedOperation.FuseMaterialNotAuth"
    local description, advice = reference.compose("facefusion", code, "permission", "en")
    assert.equal("The material has not passed its review.", description)
    assert.is_truthy(advice:find("Wait until the material is reviewed", 1, true))
    description, advice = reference.compose("facefusion", code, "permission", "zh")
    assert.equal("素材未通过审核。", description)
    assert.is_truthy(advice:find("等待素材审核通过", 1, true))
  end)

  it("stay small", function()
    local total = 0
    each_sentence(function(text) total = total + #text end)
    assert.is_true(total < 400000, total .. " bytes")
  end)
end)

describe("reference.compose", function()
  local function compose(code, kind, language) return (reference.compose(nil, code, kind, language)) end

  it("gives a code its own text", function()
    local description, advice = reference.compose(nil, "UnsupportedProtocol", "unsupported", "en")
    assert.equal("The request came by a protocol or method that API 3.0 does not take.", description)
    assert.equal("Use HTTPS with GET or POST.", advice)
  end)

  it("prefers the service's own text", function()
    local code = "ResourceNotFound.TopicNotExist"
    assert.equal("The log topic does not exist in this region.", (reference.compose("cls", code, "not_found", "en")))
    assert.equal("The topic does not exist.", (reference.compose("ckafka", code, "not_found", "en")))
    assert.equal("主题不存在。", compose(code, "not_found", "zh"))
  end)

  it("begins with the category's sentence where the code is of its kind, with the kind's advice", function()
    local description, advice = reference.compose("cvm", "InvalidParameterValue.NameTooLong", "parameter", "en")
    assert.equal("A parameter's value is not allowed: name too long.", description)
    assert.equal(kind_texts.parameter.en.advice, advice)
    assert.equal("参数取值不被允许：名称过长。", compose("InvalidParameterValue.NameTooLong", "parameter", "zh"))
  end)

  it("gives a parameter's name as it is, in the categories of parameters", function()
    assert.equal("A parameter is wrong: SortOrder.", compose("InvalidParameter.SortOrder", "parameter", "en"))
    assert.equal("参数有误：SortOrder。", compose("InvalidParameter.InvalidSortOrder", "parameter", "zh"))
    assert.equal("参数取值不被允许：Filter.Name。", compose("InvalidParameterValue.Filter.NameError", "parameter", "zh"))
    assert.equal("A parameter is wrong: Limit.", compose("InvalidParameter.LimitInvalid", "parameter", "en"))
    assert.equal("A parameter is wrong: topic expired.", compose("InvalidParameter.TopicExpired", "parameter", "en"))
    assert.equal("Something in the request is wrong: topic.", compose("FailedOperation.Topic", "parameter", "en"))
    assert.equal("A parameter is wrong: checking file failed.", compose("InvalidParameter.CheckFileError", "parameter",
      "en"))
  end)

  it("says of a thing that it is not supported", function()
    assert.equal("Not supported: topic.", compose("UnsupportedOperation.Topic", "unsupported", "en"))
    assert.equal("不支持：主题。", compose("UnsupportedOperation.TopicNotSupported", "unsupported", "zh"))
    assert.equal("不支持该操作：主题已过期。", compose("UnsupportedOperation.TopicExpired", "unsupported", "zh"))
    assert.equal("不支持该操作。", compose("UnsupportedOperation.Unsupported", "unsupported", "zh"))
  end)

  it("begins with the kind's sentence otherwise", function()
    assert.equal("Something was not found: teapot.", compose("InvalidParameterValue.TeapotNotFound", "not_found", "en"))
    assert.equal("与现有资源、其状态或其他操作冲突：集群名称重复。", compose("ResourceUnavailable.DuplicateClusterName",
      "conflict", "zh"))
  end)

  it("names the whole code where the category has no sentence", function()
    assert.equal("Something was not found: VPC ID.", compose("InvalidVpcId.NotFound", "not_found", "en"))
    assert.equal("请求内容有误：可用区错误。", compose("ZoneError", "parameter", "zh"))
  end)

  it("gives a bare category without its own text its sentence", function()
    assert.equal("The credential was not accepted.", compose("Credential", "parameter", "en"))
  end)

  it("says nothing of a change where the action only reads", function()
    for _, language in ipairs { "en", "zh" } do
      for _, code in ipairs { "FailedOperation.Query", "FailedOperation" } do
        local _, advice = reference.compose(nil, code, "failed", language)
        local _, of_reads = reference.compose(nil, code, "failed", language, true)
        assert.is_truthy(advice:find(language == "en" and "part of it may have been done" or "可能已部分执行", 1, true))
        assert.is_nil(of_reads:find(language == "en" and "may have been" or "可能已", 1, true))
      end
    end
    local _, own = reference.compose(nil, "UnsupportedProtocol", "unsupported", "en", true)
    assert.equal("Use HTTPS with GET or POST.", own)
  end)
end)
