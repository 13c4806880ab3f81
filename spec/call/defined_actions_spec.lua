-- What a program defines of an action is what calls go by.

local new = require "tencentcloud.rules".new
local tc = require "tencentcloud"

describe("a call of an action that is defined", function()
  -- Rules in a registry of their own, with the script of the answers.
  local function rules_of(definition, settings)
    settings = settings or {}
    settings.registry = tc.new_registry()
    if definition then settings.registry:define_action(definition) end
    return new(settings)
  end

  local function sent_by(rules, action, params)
    local show = tc.script { { code = "InternalError" }, {} }
    local res, err = show:call(rules, action, params)
    return show.sent, res, err
  end

  it("is sent again where the action is idempotent", function()
    local once, _, reason = sent_by(rules_of(), "cvm.TerminateInstances", {})
    assert.same({ 1, "unsafe" }, { #once, reason.stopped_by })
    for _, name in ipairs { "cvm.TerminateInstances", "cvm@2017-03-12.TerminateInstances" } do
      local rules = rules_of { "cvm.TerminateInstances", idempotent = true }
      local sent, res, err = sent_by(rules, name, {})
      assert.is_nil(err)
      assert.is_true(res.ok)
      assert.equal(2, #sent)
    end
  end)

  it("is not sent again where the program says that it does not read", function()
    assert.equal(2, #sent_by(rules_of(), "cvm.DescribeInstances"))
    local sent, _, err = sent_by(rules_of { "cvm.DescribeInstances", reads = false }, "cvm.DescribeInstances")
    assert.same({ 1, "unsafe" }, { #sent, err.stopped_by })
  end)

  it("goes by the definition that is there when it begins", function()
    local rules = rules_of()
    assert.equal(1, #sent_by(rules, "cvm.StopInstances"))
    rules.registry:define_action { "cvm.StopInstances", idempotent = true }
    assert.equal(2, #sent_by(rules, "cvm.StopInstances"))
    rules.registry:define_action { "cvm.StopInstances", idempotent = false, override = true }
    assert.equal(1, #sent_by(rules, "cvm.StopInstances"))
  end)

  it("gets a ClientToken where the program says that the action takes one", function()
    local function settings() return { client_token = function() return "t-1" end } end
    local sent = sent_by(rules_of(nil, settings()), "shop.Buy")
    assert.same({ 1, nil }, { #sent, sent[1].params.ClientToken })
    sent = sent_by(rules_of({ "shop.Buy", client_token = true }, settings()), "shop.Buy")
    assert.same({ 2, "t-1" }, { #sent, sent[2].params.ClientToken })
    sent = sent_by(rules_of({ "cvm.RunInstances", client_token = false }, settings()), "cvm.RunInstances")
    assert.same({ 1, nil }, { #sent, sent[1].params.ClientToken })
  end)

  it("has the version that is defined in its context", function()
    local function version_of(rules, action)
      local seen
      rules:call(function(_, context)
        seen = context.version
        return '{"Response":{"RequestId":"r"}}', 200
      end, action)
      return seen
    end
    local rules = rules_of { "shop.Buy", version = "2024-01-01" }
    assert.equal("2024-01-01", version_of(rules, "shop.Buy"))
    assert.equal("2023-01-01", version_of(rules, "shop@2023-01-01.Buy"))
    assert.is_nil(version_of(rules_of { "shop.Buy", reads = true }, "shop.Buy"))
  end)

  it("finds the rule of the version that is defined", function()
    local rules = rules_of { "shop.Buy", version = "2024-01-01" }
    rules:on("shop@2024-01-01.Buy", "InternalError", tc.ok "of the version")
    local _, res = sent_by(rules, "shop.Buy")
    assert.equal("of the version", res)
  end)

  it("pages as it is defined", function()
    local rules = rules_of { "shop.ListGoods", reads = true,
      paging = { kind = "token", token = "Token", next = "NextToken", list = "Goods" } }
    local answers = { '{"Response":{"Goods":[1,2],"NextToken":"b"}}', '{"Response":{"Goods":[3],"NextToken":""}}' }
    local tokens, items = {}, {}
    local function send(request)
      table.insert(tokens, request.Token or "none")
      return answers[#tokens], 200
    end
    for item in tc.pages(send, "shop.ListGoods", {}, { rules = rules }) do table.insert(items, item) end
    assert.same({ 1, 2, 3 }, items)
    assert.same({ "none", "b" }, tokens)
  end)
end)
