-- What a program knows better of an action than the catalog.

local tc = require "tencentcloud"

local FLAGS = { idempotent = "idempotent", reads = "reads", client_token = "has_client_token", dry_run = "dry_run",
  streams = "streams" }

describe("define_action", function()
  local registry
  before_each(function() registry = tc.new_registry() end)

  local function define(name, fields)
    fields[1] = name
    return registry:define_action(fields)
  end

  -- What no value of an Action says is not compared: `version` may be nil.
  local function facts_of(action)
    local facts = { service = action.service, name = action.name, version = action.version or "none",
      paging = action.paging or "none", codes = action:codes() }
    for _, property in pairs(FLAGS) do facts[property] = action[property] end
    return facts
  end

  it("lays what it states over the catalog, in one registry only", function()
    local known = facts_of(tc.registry:action "cvm.TerminateInstances")
    assert.is_false(known.idempotent)
    local action = registry:define_action { "cvm.TerminateInstances", idempotent = true }
    known.idempotent = true
    assert.same(known, facts_of(action))
    assert.is_true(rawequal(action, registry:action "cvm.TerminateInstances"))
    assert.is_false(tc.registry:action "cvm.TerminateInstances".idempotent)
    assert.is_false(tc.new_registry():action "cvm.TerminateInstances".idempotent)
    assert.is_true(action == tc.registry:action "cvm.TerminateInstances")
    assert.equal("tencentcloud.Action: cvm@2017-03-12.TerminateInstances", tostring(action))
    assert.equal(#known.codes, #registry:codes "cvm.TerminateInstances")
  end)

  for field, property in pairs(FLAGS) do
    it("states true or false of " .. field .. ", whatever the catalog has", function()
      for _, name in ipairs { "cvm.DescribeInstances", "cvm.RunInstances", "hunyuan.ChatCompletions" } do
        for _, value in ipairs { true, false } do
          local expected = facts_of(tc.registry:action(name))
          expected[property] = value
          assert.same(expected, facts_of(define(name, { [field] = value, override = true })))
          assert.same(expected, facts_of(registry:action(name)))
        end
      end
    end)
  end

  it("changes what was asked before, and not what is held", function()
    local before = registry:action "cvm.StopInstances"
    define("cvm.StopInstances", { idempotent = true })
    assert.is_true(registry:action "cvm.StopInstances".idempotent)
    assert.is_false(before.idempotent)
    assert.is_true(before == registry:action "cvm.StopInstances")
  end)

  it("means one action by all spellings of its name", function()
    local spellings = {
      { "cvm.StopInstances" }, { "cvm@2017-03-12.StopInstances" }, { "cvm.StopInstances", version = "2017-03-12" },
      { "cvm@2017-03-12.StopInstances", version = "2017-03-12" },
    }
    for _, definition in ipairs(spellings) do
      registry = tc.new_registry()
      local held = registry:action "cvm@2017-03-12.StopInstances"
      assert.is_false(registry:action "cvm.StopInstances".idempotent)
      definition.idempotent = true
      local action = registry:define_action(definition)
      assert.is_false(held.idempotent)
      assert.is_true(rawequal(action, registry:action "cvm.StopInstances"))
      assert.is_true(rawequal(action, registry:action "cvm@2017-03-12.StopInstances"))
    end
  end)

  it("holds for one version of an action that has several", function()
    local older, newer = "tke@2018-05-25.DescribeClusters", "tke@2022-05-01.DescribeClusters"
    assert.equal("2022-05-01", registry:action "tke.DescribeClusters".version)
    define("tke.DescribeClusters", { version = "2018-05-25", streams = true })
    assert.is_true(registry:action(older).streams)
    assert.is_false(registry:action(newer).streams)
    assert.is_false(registry:action "tke.DescribeClusters".streams)
    define("tke.DescribeClusters", { dry_run = true })
    assert.is_true(registry:action(newer).dry_run)
    assert.is_false(registry:action(older).dry_run)
  end)

  it("adds to what was defined before, by whatever name", function()
    define("cvm.StopInstances", { idempotent = true })
    define("cvm@2017-03-12.StopInstances", { streams = true })
    local action = define("cvm.StopInstances", { idempotent = true, dry_run = true })
    assert.is_true(action.idempotent and action.streams and action.dry_run)
  end)

  it("needs override where it contradicts what was defined before", function()
    local cases = {
      { { idempotent = true }, { idempotent = false }, "idempotent" },
      { { reads = false }, { reads = true }, "reads" },
      { { streams = true, dry_run = true }, { streams = true, dry_run = false }, "dry_run" },
      { { paging = { list = "A" } }, { paging = { list = "B" } }, "paging.list" },
      { { paging = { list = "A" } }, { paging = { list = false } }, "paging.list" },
      { { paging = { lists = { "A", "B" } } }, { paging = { lists = { "A" } } }, "paging.lists" },
      { { paging = { strings = { limit = true } } }, { paging = { strings = { offset = true } } }, "paging.strings" },
    }
    for _, name in ipairs { "cvm.DescribeInstances", "shop.ListGoods" } do
      for _, case in ipairs(cases) do
        registry = tc.new_registry()
        define(name, case[1])
        local before = facts_of(registry:action(name))
        local done, reason = pcall(define, name, case[2])
        assert.is_false(done)
        assert.truthy(reason:find(case[3] .. ": it was defined otherwise before; say override = true", 1, true), reason)
        assert.same(before, facts_of(registry:action(name)))
        define(name, case[1])
        case[2].override = true
        define(name, case[2])
        case[2].override = nil
        define(name, case[2])
      end
    end
  end)

  it("keeps definitions when nothing else holds them", function()
    local names = registry:actions "cvm"
    for index, name in ipairs(names) do
      define(name, { idempotent = true, paging = { list = "List" .. index } })
      define("shop.Action" .. index, { reads = true, version = "2024-01-01" })
    end
    collectgarbage()
    collectgarbage()
    for index, name in ipairs(names) do
      assert.is_true(registry:action(name).idempotent)
      assert.equal("List" .. index, registry:action(name).paging.list)
      assert.is_true(registry:action("shop@2024-01-01.Action" .. index).reads)
    end
  end)

  describe("an action that the catalog does not know", function()
    it("has what is stated, and no codes", function()
      local action = define("shop.BuyGoods", { idempotent = true })
      assert.same({ service = "shop", name = "BuyGoods", version = "none", paging = "none", codes = {},
        idempotent = true, reads = false, has_client_token = false, dry_run = false, streams = false },
        facts_of(action))
      assert.is_nil(action.version)
      assert.is_false(action:declares "InternalError")
      assert.same({}, registry:codes "shop.BuyGoods")
      assert.equal("tencentcloud.Action: shop.BuyGoods", tostring(action))
      assert.is_nil((tc.registry:action "shop.BuyGoods"))
      assert.is_false(action == define("shop.SellGoods", { reads = true }))
      assert.is_false(action == registry:action "cvm.RunInstances")
    end)

    it("may be of a service, and of an action, that the catalog knows", function()
      assert.is_true(define("cvm.RunNothing", { reads = true }).reads)
      local newer = define("cvm@2099-01-01.RunInstances", { idempotent = true })
      assert.equal("2099-01-01", newer.version)
      assert.is_true(rawequal(newer, registry:action "cvm@2099-01-01.RunInstances"))
      assert.equal("2017-03-12", registry:action "cvm.RunInstances".version)
      assert.is_false(registry:action "cvm.RunInstances".idempotent)
      assert.is_true(tc.registry:action "cvm.RunInstances".has_client_token)
      assert.is_false(newer.has_client_token)
    end)

    it("is found by its name with and without the version that is stated", function()
      for _, definition in ipairs { { "shop.Buy", version = "2024-01-01" }, { "shop@2024-01-01.Buy", reads = true },
        { "shop@2024-01-01.Buy", version = "2024-01-01" } } do
        registry = tc.new_registry()
        assert.is_nil((registry:action "shop.Buy"))
        local action = registry:define_action(definition)
        assert.equal("2024-01-01", action.version)
        assert.equal("tencentcloud.Action: shop@2024-01-01.Buy", tostring(action))
        assert.is_true(rawequal(action, registry:action "shop.Buy"))
        assert.is_true(rawequal(action, registry:action "shop@2024-01-01.Buy"))
        assert.is_nil((registry:action "shop@2025-01-01.Buy"))
        define("shop.Buy", { idempotent = true })
        define("shop@2024-01-01.Buy", { dry_run = true })
        for _, name in ipairs { "shop.Buy", "shop@2024-01-01.Buy" } do
          assert.is_true(registry:action(name).idempotent and registry:action(name).dry_run)
        end
      end
    end)

    it("gets its version later", function()
      define("shop.Buy", { idempotent = true })
      local action = define("shop.Buy", { version = "2024-01-01" })
      assert.is_true(action.idempotent)
      assert.is_true(rawequal(action, registry:action "shop@2024-01-01.Buy"))
      assert.error_matches(function() define("shop.Buy", { version = "2025-01-01" }) end,
        "version: it was defined otherwise before")
      action = define("shop.Buy", { version = "2025-01-01", override = true })
      assert.equal("2025-01-01", action.version)
      assert.is_true(rawequal(action, registry:action "shop.Buy"))
      assert.is_true(action.idempotent)
    end)

    it("means the newest of its versions by its plain name", function()
      define("shop@2024-01-01.Buy", { reads = true })
      define("shop@2025-01-01.Buy", { streams = true })
      define("shop@2023-01-01.Buy", { dry_run = true })
      assert.equal("2025-01-01", registry:action "shop.Buy".version)
      assert.is_false(registry:action "shop.Buy".reads)
      define("shop.Buy", { idempotent = true })
      assert.is_true(registry:action "shop@2025-01-01.Buy".idempotent)
      assert.is_false(registry:action "shop@2024-01-01.Buy".idempotent)
    end)

    it("holds for all versions where it has none", function()
      local general = define("shop.Buy", { idempotent = true })
      assert.is_true(rawequal(general, registry:action "shop@2025-01-01.Buy"))
      local of_version = define("shop@2024-01-01.Buy", { streams = true })
      assert.is_true(of_version.idempotent)
      assert.is_true(rawequal(of_version, registry:action "shop@2024-01-01.Buy"))
      assert.is_true(rawequal(general, registry:action "shop@2025-01-01.Buy"))
      assert.is_true(rawequal(general, registry:action "shop.Buy"))
      assert.is_false(general.streams)
      assert.error_matches(function() define("shop.Buy", { version = "2024-01-01" }) end,
        "version: it was defined otherwise before")
      assert.is_true(define("shop.Buy", { version = "2024-01-01", override = true }).streams)
    end)

    it("is in no list", function()
      define("shop.Buy", { reads = true })
      define("cvm.RunNothing", { reads = true })
      assert.same(tc.registry:services(), registry:services())
      assert.same(tc.registry:actions "cvm", registry:actions "cvm")
    end)
  end)

  describe("paging", function()
    local OFFSET = { kind = "offset", offset = "Page.Offset", limit = "Page.Limit", list = "Items", total = "Total",
      more = "More", over = "Over", first = 1, counts = "pages", strings = { offset = true, limit = false },
      ends_with = { "ResourceNotFound.NoData" } }

    it("is what an action that the catalog does not know pages by", function()
      assert.same(OFFSET, define("shop.ListGoods", { paging = OFFSET }).paging)
      local pages = { kind = "page", page = "Page", size = "Size", lists = { "A", "B" } }
      assert.same(pages, define("shop.ListMore", { paging = pages }).paging)
    end)

    it("is laid over what the catalog knows", function()
      local expected = tc.registry:action "cvm.DescribeInstances".paging
      expected.list, expected.total, expected.more = "Other.Set", nil, "HasMore"
      local paging = { list = "Other.Set", total = false, more = "HasMore" }
      local action = define("cvm.DescribeInstances", { paging = paging })
      assert.same(expected, action.paging)
      assert.equal("InstanceSet", tc.registry:action "cvm.DescribeInstances".paging.list)
    end)

    it("of another kind means that way alone", function()
      local paging = define("cvm.DescribeInstances", {
        paging = { kind = "token", token = "Token", next = "NextToken" } }).paging
      assert.same({ kind = "token", token = "Token", next = "NextToken", list = "InstanceSet", total = "TotalCount",
        limit = "Limit" }, paging)
    end)

    it("names the list where several were possible", function()
      define("shop.ListGoods", { paging = { kind = "token", token = "T", next = "N", lists = { "A", "B" } } })
      assert.same({ kind = "token", token = "T", next = "N", list = "B" },
        define("shop.ListGoods", { paging = { list = "B" } }).paging)
    end)

    it("adds up, and does not change with the tables that are given or read", function()
      local strings = { offset = true }
      local given = { list = "Items", strings = strings }
      local action = define("shop.ListGoods", { paging = given })
      given.list, strings.offset, strings.limit = "Changed", false, true
      local read = action.paging
      assert.same({ list = "Items", strings = { offset = true } }, read)
      read.list, read.strings.offset = "Changed", nil
      assert.same({ list = "Items", strings = { offset = true } }, action.paging)
      local more = define("shop.ListGoods", { paging = { total = "Total", strings = { offset = true } } })
      assert.same({ list = "Items", total = "Total", strings = { offset = true } }, more.paging)
      assert.is_nil(action.paging.total)
    end)
  end)

  it("raises an error that says what is wrong in a definition", function()
    local cases = {
      { {}, "action, the first element: string expected, got nil" },
      { { 7, reads = true }, "action, the first element: string expected, got number" },
      { { "cvm", reads = true }, "action 'cvm': an action is missing" },
      { { "cvm.*", reads = true }, "action 'cvm.*': an action is wanted here, without '*'" },
      { { "cvm@1.Run", reads = true }, "action 'cvm@1.Run': a version is a date" },
      { { "cvm.RunInstances" }, "it states nothing of the action" },
      { { "cvm.RunInstances", override = true }, "it states nothing of the action" },
      { { "cvm.RunInstances", "reads" }, "after its name it has named fields alone" },
      { { "cvm.RunInstances", [0] = 1 }, "after its name it has named fields alone" },
      { { "cvm.RunInstances", idempotent = "yes" }, "idempotent: boolean expected, got string" },
      { { "cvm.RunInstances", idempotent = 1 }, "idempotent: boolean expected, got number" },
      { { "cvm.RunInstances", override = "yes", reads = true }, "override: boolean expected, got string" },
      { { "cvm.RunInstances", has_client_token = true }, "has_client_token: there is no such field" },
      { { "cvm.RunInstances", version = 20170312 }, "version: string expected, got number" },
      { { "cvm.RunInstances", version = "newest" }, "version: 'newest' is not a date such as 2017-03-12" },
      { { "cvm.RunInstances", version = "2099-01-01" },
        "version: the catalog has no such version of cvm.RunInstances: if it is new, name it "
          .. "cvm@2099-01-01.RunInstances" },
      { { "cvm@2017-03-12.RunInstances", version = "2018-03-12" }, "version: the action's name has another one" },
      { { "cvm.Run", paging = "offset" }, "paging: table expected, got string" },
      { { "cvm.Run", paging = { "Offset" } }, "paging: it has named fields, not array elements" },
      { { "cvm.Run", paging = { ofset = "Offset" } }, "paging.ofset: there is no such field" },
      { { "cvm.Run", paging = { kind = "offsets" } }, "paging.kind: 'offsets' is not one of offset, page, token" },
      { { "cvm.Run", paging = { kind = false } }, "paging.kind: string expected" },
      { { "cvm.Run", paging = { counts = "all" } }, "paging.counts: 'all' is not one of items, pages, unsure" },
      { { "cvm.Run", paging = { first = 2 } }, "paging.first: 0 or 1 expected" },
      { { "cvm.Run", paging = { first = "1" } }, "paging.first: 0 or 1 expected" },
      { { "cvm.Run", paging = { list = true } }, "paging.list: the path of a field" },
      { { "cvm.Run", paging = { list = "" } }, "paging.list: the path of a field" },
      { { "cvm.Run", paging = { list = "A..B" } }, "paging.list: the path of a field" },
      { { "cvm.Run", paging = { offset = ".A" } }, "paging.offset: the path of a field" },
      { { "cvm.Run", paging = { offset = "A." } }, "paging.offset: the path of a field" },
      { { "cvm.Run", paging = { strings = { "offset" } } }, "paging.strings: a table such as { offset = true }" },
      { { "cvm.Run", paging = { strings = { offset = 1 } } }, "paging.strings: a table such as { offset = true }" },
      { { "cvm.Run", paging = { ends_with = "A.B" } }, "paging.ends_with: a list of strings" },
      { { "cvm.Run", paging = { ends_with = { "A.B", 1 } } }, "paging.ends_with: a list of strings" },
      { { "cvm.Run", paging = { lists = { a = "A" } } }, "paging.lists: a list of strings" },
    }
    for _, case in ipairs(cases) do
      local done, reason = pcall(function() registry:define_action(case[1]) end)
      assert.is_false(done)
      assert.truthy(reason:find("bad argument #1 to 'define_action'", 1, true), reason)
      assert.truthy(reason:find(case[2], 1, true), reason)
    end
    assert.error_matches(function() registry:define_action "cvm.Run" end, "table expected, got string")
    assert.is_nil((registry:action "cvm.Run"))
    assert.is_true(registry:action "cvm.RunInstances".has_client_token)
  end)

  it("lets what a metatable raises out, and defines nothing", function()
    local definition = setmetatable({ "shop.Buy" }, { __index = function(_, key) error("no " .. key) end })
    assert.error_matches(function() registry:define_action(definition) end, "no ")
    assert.is_nil((registry:action "shop.Buy"))
  end)
end)
