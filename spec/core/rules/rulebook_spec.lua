-- Rulebook: rules compiled to hash look-ups, compared with a slow, obvious matcher.
package.path = "./?.lua;" .. package.path
local core = require "tencentcloud.core"
local new_reference = require "spec.support.reference_matcher"

local CODES = {
  "A", "B", "A.X", "A.Y", "B.X", "A.X.P", "A.X.P.Q", "AX", "A.XY", "C.Z",
}
local CODE_PATTERNS = {
  "A", "B", "A.X", "A.Y", "B.X", "A.X.P", "A.X.P.Q", "A.XY", "A.*", "B.*", "A.X.*", "A.X.P.*", "A.X.P.Q.*", "AX.*",
  "#slow", "#gone", "*", "ok",
}
local SCOPE_PATTERNS = {
  "*", "cvm.*", "cls.*", "cvm@2017-03-12.*", "cvm@2020-01-01.*", "cvm.Run", "cvm.RunAll", "cvm@2017-03-12.Run",
  "cvm@2020-01-01.RunAll", "cvm.R*", "cvm.Ru*", "cvm.Run*", "cvm.RunA*", "cvm@2017-03-12.R*", "cvm@2017-03-12.Run*",
  "cls.Run", "cls.R*", "cls@2020-10-16.RunAll", "cl.Run",
}
local ACTIONS = {
  { "cvm", nil, "Run" }, { "cvm", "2017-03-12", "Run" }, { "cvm", "2017-03-12", "RunAll" }, { "cvm", nil, "RunAll" },
  { "cvm", "2020-01-01", "RunAll" }, { "cvm", nil, "Stop" }, { "cls", nil, "Run" }, { "cls", "2020-10-16", "RunAll" },
  { "vpc", nil, "Run" }, { nil, nil, nil }, { "cvm", "2017-03-12", "R" },
}
local KINDS = { "slow", "gone", "other" }

-- Random numbers that are the same under every Lua.
local function random_source(seed)
  return function(n)
    seed = (seed * 16807) % 2147483647
    return seed % n + 1
  end
end

local function describe_query(query, code, kind)
  return ("%s@%s.%s %s #%s"):format(query[1] or "-", query[2] or "-", query[3] or "-", code, kind or "-")
end

-- Checks that both give the same for every action, code and kind.
local function assert_equal_answers(book, reference)
  for _, action in ipairs(ACTIONS) do
    local service, version, name = action[1], action[2], action[3]
    for i = 0, #CODES do
      local code = CODES[i] or "ok"
      local kind = i > 0 and KINDS[i % 4] or nil
      local wanted = reference:candidates(service, version, name, code, kind)
      local found = book:candidates(service, version, name, code, kind)
      local what = describe_query(action, code, kind)
      assert.equal(table.concat(wanted, " "), table.concat(found, " "), what)
      assert.equal(wanted[1], book:first(service, version, name, code, kind), what)
    end
  end
end

-- Adds or removes a rule in both; both must say the same.
local function change_both(book, reference, random, ids)
  if #ids > 0 and random(4) == 1 then
    local id = table.remove(ids, random(#ids))
    assert.is_true(reference:remove(id))
    assert.is_true(book:remove(id))
    assert.is_false(book:remove(id))
    return
  end
  local scope, code = SCOPE_PATTERNS[random(#SCOPE_PATTERNS)], CODE_PATTERNS[random(#CODE_PATTERNS)]
  local layer, veto = random(3), random(12) == 1
  local wanted, _, wanted_earlier = reference:add(scope, code, layer, veto)
  local found, _, earlier = book:add(scope, code, layer, veto)
  assert.equal(wanted, found, scope .. " " .. code)
  assert.equal(wanted_earlier, earlier)
  if found then ids[#ids + 1] = found end
end

describe("a rulebook", function()
  it("gives what the slow matcher gives, for random rules that come and go", function()
    for seed = 1, 25 do
      local random = random_source(seed)
      local book, reference, ids = core.rulebook(), new_reference(), {}
      for step = 1, 120 do
        change_both(book, reference, random, ids)
        if step % 40 == 0 or step == 5 then assert_equal_answers(book, reference) end
      end
      assert.equal(#ids, #book)
    end
  end)

  it("keeps the rules of a snapshot while its own change", function()
    local random = random_source(77)
    local book, reference, ids = core.rulebook(), new_reference(), {}
    local kept = {}
    for step = 1, 200 do
      change_both(book, reference, random, ids)
      if step % 50 == 0 then kept[#kept + 1] = { book:snapshot(), reference:snapshot() } end
    end
    for _, pair in ipairs(kept) do
      collectgarbage()
      assert_equal_answers(pair[1], pair[2])
    end
    assert_equal_answers(book, reference)
  end)

  it("orders by veto, code, scope and layer", function()
    local book = core.rulebook()
    local order = {
      { "*", "*", 3, true },
      { "cvm@2017-03-12.RunInstances", "A.B", 3 },
      { "cvm.RunInstances", "A.B", 1 }, { "cvm.RunInstances", "A.B", 2 }, { "cvm.RunInstances", "A.B", 3 },
      { "cvm@2017-03-12.Run*", "A.B", 1 }, { "cvm.Run*", "A.B", 1 }, { "cvm.R*", "A.B", 1 },
      { "cvm@2017-03-12.*", "A.B", 1 }, { "cvm.*", "A.B", 1 }, { "*", "A.B", 1 },
      { "*", "A.B.*", 1 },
      { "cvm.RunInstances", "A.*", 1 },
      { "cvm.RunInstances", "#throttle", 1 },
      { "cvm.RunInstances", "*", 1 }, { "*", "*", 1 },
    }
    local wanted = {}
    for i = #order, 1, -1 do wanted[i] = assert(book:add(order[i][1], order[i][2], order[i][3], order[i][4])) end
    assert.same(wanted, book:candidates("cvm", "2017-03-12", "RunInstances", "A.B", "throttle"))
  end)

  it("has no rule for a success but those for ok, and none of those for an error", function()
    local book = core.rulebook()
    local any, ok = book:add("*", "*", 2), book:add("*", "ok", 2)
    assert.same({ ok }, book:candidates("cvm", nil, "RunInstances", "ok"))
    assert.same({ any }, book:candidates("cvm", nil, "RunInstances", "A"))
  end)

  it("looks only at rules for all actions where the action is not known", function()
    local book = core.rulebook()
    book:add("cvm.*", "A", 2)
    local all = book:add("*", "A", 2)
    assert.same({ all }, book:candidates(nil, nil, nil, "A"))
    assert.same({ all }, book:candidates("cvm", nil, nil, "A"))
  end)

  it("refuses the same scope and code twice in one layer, and names the earlier rule", function()
    local book = core.rulebook()
    local first = book:add("cvm.*", "A.*", 2)
    local id, reason, earlier = book:add("cvm.*", "A.*", 2, true)
    assert.is_nil(id)
    assert.matches("already", reason)
    assert.equal(first, earlier)
    assert.is_number(book:add("cvm.*", "A.*", 1))
    assert.is_number(book:add("cvm.*", "A", 2))
    book:remove(first)
    assert.is_number(book:add("cvm.*", "A.*", 2))
  end)

  it("takes integers for codes of items alone, and keeps them when it grows", function()
    local book = core.rulebook()
    assert.is_nil((book:add("*", "10012", 2)))
    assert.equal(0, #book)
    local first, negative = book:add("*", "10012", 2, false, true), book:add("*", "-1", 2, false, true)
    for i = 1, 100 do book:add("*", tostring(20000 + i), 2, false, true) end
    assert.equal(first, book:first(nil, nil, nil, "10012"))
    assert.equal(negative, book:first(nil, nil, nil, "-1"))
    assert.is_nil(book:first(nil, nil, nil, "1"))
    assert.same({ first }, book:candidates("cvm", nil, "Run", "10012"))
  end)

  it("gives the reason for a malformed pattern, and stays as it was", function()
    local book = core.rulebook()
    for _, case in ipairs {
      { "cvm", "A", "scope 'cvm': an action is missing" },
      { "cvm.*", "A..B", "code 'A..B': a word is missing" },
      { "c\nm.*", "A", "scope 'c\\nm.*': a service has" },
    } do
      local id, reason, earlier = book:add(case[1], case[2], 2)
      assert.is_nil(id)
      assert.is_nil(earlier)
      assert.equal(case[3], reason:sub(1, #case[3]))
    end
    assert.equal("tencentcloud.Rulebook: 0 rules", tostring(book))
    assert.is_nil(book:first("cvm", nil, "RunInstances", "A"))
  end)

  it("finds the winner among many thousand rules", function()
    local book, ids = core.rulebook(), {}
    for i = 1, 20000 do
      ids[i] = assert(book:add(("svc%d.Action%d"):format(i % 200, i), ("Code.D%d"):format(i % 500), 2))
    end
    for i = 1, 20000, 37 do
      assert.equal(ids[i], book:first("svc" .. i % 200, nil, "Action" .. i, "Code.D" .. i % 500))
      assert.is_nil(book:first("svc" .. i % 200, nil, "Action" .. i, "Code.D" .. (i + 1) % 500))
    end
    for i = 1, 20000 do assert.is_true(book:remove(ids[i])) end
    assert.equal(0, #book)
    assert.is_nil(book:first("svc1", nil, "Action1", "Code.D1"))
  end)

  it("answers for codes that no server should send", function()
    local book = core.rulebook()
    local any, family = book:add("*", "*", 2), book:add("*", "A.*", 2)
    for _, case in ipairs {
      { ("A."):rep(100000), { family, any } }, { ("."):rep(1000), { any } }, { "A\0B", { any } },
      { "A." .. ("x"):rep(200), { family, any } }, { "A.", { family, any } }, { "\255", { any } },
    } do
      assert.same(case[2], book:candidates("cvm", nil, "RunInstances", case[1]))
    end
    assert.is_nil(book:first(("c"):rep(1000), nil, ("R"):rep(1000), "ok"))
  end)

  it("stays whole when a finalizer changes it in the middle of its own methods", function()
    local newproxy = rawget(_G, "newproxy") -- Lua 5.1 and LuaJIT, whose tables have no finalizers
    local function at_collection(run)
      if not newproxy then return setmetatable({}, { __gc = run }) end
      getmetatable(newproxy(true)).__gc = run
    end
    local added, round = 0, 0
    while added < 1000 and round < 1000 do
      round = round + 1
      local book, busy = core.rulebook(), false
      local function add_many()
        -- Beside large heaps, one collection finds those of many rounds. The first ones are those of the last round.
        if busy or added >= 1000 then return end
        busy = true
        for _ = 1, 100 do
          added = added + 1
          book:add("*", ("F%d.%s"):format(added, ("x"):rep(100)), 2)
        end
        busy = false
      end
      for i = 1, 60 do
        if i % 7 == 0 then at_collection(add_many) end
        if i % 11 == round % 11 then book:snapshot() end
        assert.is_number(book:add("*", "A" .. i, 2))
        assert.equal(1, #book:candidates(nil, nil, nil, "A" .. i))
      end
      for i = 1, 60 do assert.is_number(book:first(nil, nil, nil, "A" .. i)) end
    end
    assert.is_true(added > 0)
  end)

  it("raises on wrong arguments, and names them", function()
    local book = core.rulebook()
    assert.has_error(function() book:add("*", "*", 4) end, "bad argument #3 to 'add' (layer: 1, 2 or 3 expected)")
    assert.error_matches(function() book:add(nil, "*", 2) end, "bad argument #1 to 'add'")
    assert.error_matches(function() book:first("cvm", nil, "Run") end, "bad argument #4 to 'first'")
    assert.error_matches(function() book:first("cvm", nil, "Run", "") end, "code: an error's code or 'ok' expected")
    assert.error_matches(function() book.add({}, "*", "*", 2) end, "tencentcloud.Rulebook expected, got table")
    assert.error_matches(function() book:snapshot():add("*", "*", 2) end, "a snapshot does not change")
    assert.error_matches(function() book:snapshot():remove(1) end, "a snapshot does not change")
    for _, id in ipairs { 0, -1, 1.5, 2 ^ 40 } do assert.is_false(book:remove(id)) end
  end)
end)
