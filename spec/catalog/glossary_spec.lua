-- The glossary, and the words that are made by it: catalog/glossary.lua.
package.path = "./?.lua;" .. package.path
local glossary = require "catalog.glossary"
local vocabulary = require "catalog.vocabulary"
local wording = require "spec.support.wording_reference"

local function each(visit)
  for _, entry in ipairs(glossary.entries) do visit(entry) end
end

describe("the glossary", function()
  it("has every spelling once, in lower case, its words apart", function()
    local seen = {}
    each(function(entry)
      assert.is_nil(seen[entry.spelling], entry.spelling)
      seen[entry.spelling] = true
      assert.is_nil((entry.spelling .. " "):find "[^%l%d ]" or (" " .. entry.spelling .. " "):find("  ", 1, true),
        entry.spelling)
    end)
    assert.is_true(#glossary.entries > 2000)
  end)

  it("has English in ASCII for every spelling", function()
    each(function(entry)
      assert.matches("^[%w ~|-]+$", entry.english, 1, false, entry.spelling)
      assert.is_nil(entry.english:find("  ", 1, true))
    end)
  end)

  it("has Chinese in Chinese, but for what it lists as names", function()
    local names = {}
    for name in pairs(glossary.names) do
      for word in name:gmatch "%w+" do names[word] = true end
    end
    each(function(entry)
      for word in entry.chinese:gmatch "%w+" do assert.is_true(names[word], entry.chinese) end
      assert.is_nil(entry.chinese:find "[\128-\255] [\128-\255]", entry.chinese)
      assert.is_nil(entry.chinese:find "[,;:!?()]", entry.chinese)
    end)
  end)

  it("leaves only small words without Chinese", function()
    local left_out = {}
    each(function(entry)
      if entry.chinese == "" then table.insert(left_out, entry.spelling) end
    end)
    assert.is_true(#left_out < 40, table.concat(left_out, " "))
  end)

  it("says only of kinds that there are, and in English that it has, what they say", function()
    local kinds, english = {}, {}
    for _, kind in ipairs(vocabulary.kinds) do kinds[kind.name] = true end
    each(function(entry) english[entry.english] = true end)
    for text, says in pairs(glossary.says) do
      assert.is_true(english[text], text)
      for kind in pairs(says) do assert.is_true(kinds[kind], kind) end
    end
  end)
end)

describe("the words of a name", function()
  local cases = {
    -- one word after the other; what is a name stays as it is
    { "TopicNotExist", "topic not found", "主题不存在" },
    { "CreateTopicFailed", "creating topic failed", "创建主题失败" },
    { "VPCNotFound", "VPC not found", "VPC 未找到" },
    { "StudioLoRaFreq", "Studio LoRa frequency", "Studio LoRa 频率" },
    { "VpcIpUsed", "VPC IP used", "VPC IP 已使用" },
    { "NamespaceAlreadyExists", "namespace already exists", "命名空间已存在" },
    { "SubnetIdNotExsit", "subnet ID not found", "子网 ID 不存在" },
    -- a word that the glossary does not have
    { "FooBarInvalid", "invalid foo bar", "FooBar 无效" },
    { "FOO_BAR", "FOO BAR", "FOO BAR" },
    { "fFoowIds", "f foow IDs", "fFoowIds" },
    -- what leads in English and follows in Chinese
    { "InvalidTopicName", "invalid topic name", "主题名称无效" },
    { "TooManyTopics", "too many topics", "主题过多" },
    { "DuplicateClusterName", "duplicate cluster name", "集群名称重复" },
    { "InvalidTopicNotExist", "topic not found", "主题不存在" },
    { "DuplicateNameTooLong", "duplicate name too long", "重复名称过长" },
    { "NoPermissionToOperateDomain", "no permission to operate domain", "没有操作域名的权限" },
    { "CidrConflictWithVpcCidr", "CIDR conflict with VPC CIDR", "CIDR 与 VPC CIDR 冲突" },
    { "StatusNotInWhiteList", "status not in the whitelist", "状态不在白名单中" },
    { "UserNotInGroup", "user not in group", "用户不在分组中" },
    { "NumOfInstances", "number of instances", "实例数量" },
    { "NumOfInstancesInvalid", "invalid number of instances", "实例数量无效" },
    { "InstanceNumPerRequest", "instance count per request", "实例数量（单次请求）" },
    -- what stands before the things that it is said of
    { "TopicInvalid", "invalid topic", "主题无效" },
    { "TagInvalidKey", "invalid tag key", "标签 Key 无效" },
    { "RulesTooMany", "too many rules", "规则过多" },
    { "TopicExist", "topic exists", "主题已存在" },
    { "TopicExistRule", "existing topic rule", "主题规则已存在" },
    -- the forms of a deed
    { "CannotDeleteTopic", "cannot delete topic", "不能删除主题" },
    { "NotAllowToDeleteTopic", "not allowed to delete topic", "不允许删除主题" },
    { "NotAllowedDeleteTopic", "not allowed to delete topic", "不允许删除主题" },
    { "TopicDeleteFailed", "topic deletion failed", "主题删除失败" },
    { "DeleteTopicError", "deleting topic failed", "删除主题出错" },
    { "DeleteTopic", "delete topic", "删除主题" },
    { "DeleteTaskNotFound", "delete task not found", "删除任务未找到" },
    { "UpdateTopicFailed", "updating topic failed", "更新主题失败" },
    { "UpdateTopic", "update topic", "更新主题" },
    { "BackupError", "backup error", "备份出错" },
    -- what is asked of a parameter
    { "NameNotEmpty", "name must not be empty", "名称不能为空" },
    -- what has no Chinese
    { "CreateFooTopicFailed", "creating foo topic failed", "创建 FooTopic 失败" },
    { "FOOTopicExpired", "FOO topic expired", "FOO 主题已过期" },
    { "foo.Bar_Topic~X", "foo bar topic X", "foo.Bar_TopicX" },
    { "NoFooError", "no foo", "无 Foo" },
    -- by whether something follows
    { "UnsupportedRegion", "unsupported region", "不支持地域" },
    { "RegionUnsupported", "region not supported", "地域不支持" },
    -- what was done, or not
    { "InstanceIsNotDeleted", "instance not deleted", "实例未删除" },
    { "CanNotBeDeleted", "cannot be deleted", "不能删除" },
    -- an error that is said already
    { "ErrInvalidParam", "", "" },
    { "TopicNotExistError", "topic not found", "主题不存在" },
    { "InternalTradeErrorErr", "internal trade error", "内部交易错误" },
    { "QueryError", "query failed", "查询出错" },
    { "TopicIdError", "topic ID error", "主题 ID 错误" },
    -- not what is done, or not what it is
    { "NotModified", "not modified", "未变更" },
    { "ResourceNotPro", "resource not Pro", "资源非 Pro" },
    { "Error", "", "" },
    { "", "", "" },
  }
  for _, case in ipairs(cases) do
    it(("are %q and %q for %q"):format(case[2], case[3], case[1]), function()
      assert.equal(case[2], wording.of(case[1], "parameter", "en"))
      assert.equal(case[3], wording.of(case[1], "parameter", "zh"))
    end)
  end

  it("name a deed where the kind's codes say what was not done", function()
    assert.equal("deleting topic", wording.of("DeleteTopic", "failed", "en"))
    assert.equal("write traffic limit", wording.of("WriteTrafficLimit", "throttle", "en"))
  end)

  it("do not repeat the kind's sentence", function()
    assert.equal("topic", wording.of("TopicNotFound", "not_found", "en"))
    assert.equal("topic", wording.of("NotFoundTopic", "not_found", "en"))
    assert.equal("", wording.of("NotFound", "not_found", "en"))
    assert.equal("service error", wording.of("InternalServiceErr", "internal", "en"))
    assert.equal("名称不为空", wording.of("NameNotEmpty", "conflict", "zh"))
    assert.equal("", wording.of("OperationFailed", "failed", "zh"))
    assert.equal("操作失败", wording.of("OperationFailed", "conflict", "zh"))
  end)
end)
