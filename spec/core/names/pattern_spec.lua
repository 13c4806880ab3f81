-- Patterns of codes and scopes, and the names of actions.
local core = require "tencentcloud.core"

-- A text, what it is parsed to; or nil, the beginning of the reason, and the place of the fault.
local CODE_PATTERNS = {
  { "A", "exact", "A" }, { "InvalidParameter.Too_Long.X2", "exact", "InvalidParameter.Too_Long.X2" },
  { "AuthFailure.*", "family", "AuthFailure" }, { "A.B.*", "family", "A.B" }, { "OK", "exact", "OK" },
  { "#throttle", "kind", "throttle" }, { "#not_found", "kind", "not_found" }, { "*", "any" }, { "ok", "ok" },
  { ("a"):rep(128), "exact", ("a"):rep(128) }, { ("a"):rep(128) .. ".*", "family", ("a"):rep(128) },
  { "", nil, "it is empty", 1 }, { ".", nil, "a code begins with a letter", 1 }, { "1A", nil, "a code begins with", 1 },
  { ".*", nil, "a code begins with", 1 }, { "_A", nil, "a code begins with", 1 },
  { "*.A", nil, "a code begins with", 1 },
  { "A.", nil, "a word is missing", 3 }, { "A..B", nil, "a word is missing", 3 },
  { "A..*", nil, "a word is missing", 3 },
  { "A*", nil, "'*' stands alone", 2 }, { "A.B*", nil, "'*' stands alone", 4 }, { "A.**", nil, "'*' stands alone", 3 },
  { "A.*.B", nil, "'*' stands alone", 3 }, { "A-B", nil, "a code has letters", 2 }, { "A B", nil, "a code has", 2 },
  { "A\0", nil, "a code has letters", 2 }, { "Ä", nil, "a code begins with a letter", 1 },
  { "#", nil, "the name of a kind is missing", 2 }, { "#Bad", nil, "a kind has lower-case letters", 2 },
  { "#a.*", nil, "a kind has lower-case letters", 3 }, { ("a"):rep(129), nil, "a code has at most 128", 129 },
  { "#" .. ("a"):rep(129), nil, "a kind has at most 128", 130 },
}

local SCOPE_PATTERNS = {
  { "*", "any" }, { "cvm.*", "service", "cvm" }, { "cvm.RunInstances", "action", "cvm", "RunInstances" },
  { "cvm.Describe*", "prefix", "cvm", "Describe" }, { "cvm@2017-03-12.Run", "action", "cvm", "Run", "2017-03-12" },
  { "cvm@2017-03-12.R*", "prefix", "cvm", "R", "2017-03-12" },
  { "cvm@2017-03-12.*", "service", "cvm", nil, "2017-03-12" },
  { "a1-b.X_2", "action", "a1-b", "X_2" },
  { "", nil, "it is empty", 1 }, { "cvm", nil, "an action is missing", 4 },
  { "cvm@2017-03-12", nil, "an action is", 15 },
  { "cvm.", nil, "an action begins with a capital", 5 }, { "cvm.run", nil, "an action begins with a capital", 5 },
  { "Cvm.Run", nil, "it begins with a service", 1 }, { "*.Run", nil, "it begins with a service", 1 },
  { "1cvm.Run", nil, "it begins with a service", 1 }, { "c_m.Run", nil, "a service has lower-case letters", 2 },
  { "cvm@.Run", nil, "a version is a date", 5 }, { "cvm@2017.Run", nil, "a version is a date", 5 },
  { "cvm@2017-3-12x.Run", nil, "a version is a date", 5 }, { "cvm@2017/03/12.Run", nil, "a version is a date", 5 },
  { "cvm.**", nil, "an action is wanted here", 5 }, { "cvm.*Run", nil, "an action is wanted here", 5 },
  { "cvm.Run*s", nil, "'*' is the last", 8 }, { "cvm.Run**", nil, "'*' is the last", 8 },
  { "cvm.Run-s", nil, "an action has letters", 8 }, { "cvm.Run.x", nil, "an action has letters", 8 },
  { ("c"):rep(129) .. ".Run", nil, "a service has at most 128", 129 },
  { "cvm.R" .. ("u"):rep(128), nil, "an action has at most 128", 133 },
}

local ACTION_NAMES = {
  { "cvm.RunInstances", "RunInstances", "cvm" }, { "cvm@2017-03-12.Run", "Run", "cvm", "2017-03-12" },
  { "", nil, "it begins with a service", 1 }, { "cvm", nil, "an action is missing", 4 },
  { "cvm.*", nil, "an action is wanted here", 5 }, { "cvm.Run*", nil, "an action has letters", 8 },
  { "*", nil, "it begins with a service", 1 }, { "cvm.Run\n", nil, "an action has letters", 8 },
}

-- Pattern, code (nil: a success), kind, does it match?
local CODE_MATCHES = {
  { "A.B", "A.B", nil, true }, { "A.B", "A", nil, false }, { "A.B", "A.B.C", nil, false }, { "A", "A.B", nil, false },
  { "A", "A", nil, true }, { "A.*", "A", nil, true }, { "A.*", "A.B", nil, true }, { "A.*", "A.B.C", nil, true },
  { "A.*", "AB", nil, false }, { "A.*", "B.A", nil, false }, { "A.B.*", "A.B", nil, true },
  { "A.B.*", "A.BC", nil, false },
  { "A.B.*", "A", nil, false }, { "#slow", "A", "slow", true }, { "#slow", "A", "slower", false },
  { "#slow", "A", nil, false }, { "*", "A.B", nil, true }, { "*", nil, nil, false }, { "ok", nil, nil, true },
  { "ok", "ok", nil, false }, { "A", nil, nil, false }, { "#slow", nil, "slow", false }, { "A.*", "", nil, false },
  { "*", "\0\255", nil, true },
}

local SCOPE_MATCHES = {
  { "cvm.Run", "cvm.Run", true }, { "cvm.Run", "cvm.RunAll", false }, { "cvm.Run", "cls.Run", false },
  { "cvm.Run*", "cvm.Run", true }, { "cvm.Run*", "cvm.RunAll", true }, { "cvm.Run*", "cvm.Ru", false },
  { "cvm.*", "cvm.Run", true }, { "cvm.*", "cv.Run", false }, { "*", "cvm.Run", true },
  { "cvm.Run", "cvm@2017-03-12.Run", true }, { "cvm@2017-03-12.Run", "cvm@2017-03-12.Run", true },
  { "cvm@2017-03-12.Run", "cvm.Run", false }, { "cvm@2017-03-12.*", "cvm@2020-01-01.Run", false },
  { "cvm@2017-03-12.R*", "cvm@2017-03-12.Run", true },
}

-- Checks one row against what `parse` gives.
local function check_row(parse, row)
  local result = { parse(row[1]) }
  if row[2] then
    for i = 1, 4 do assert.equal(row[i + 1], result[i], row[1]) end
    return
  end
  assert.is_nil(result[1], row[1])
  assert.equal(row[3], result[2]:sub(1, #row[3]), row[1])
  assert.equal(row[4], result[3], row[1])
end

describe("patterns", function()
  it("of codes are parsed, or refused with reason and place", function()
    for _, row in ipairs(CODE_PATTERNS) do check_row(core.code_pattern, row) end
  end)

  it("of items' codes may be integers too", function()
    for _, text in ipairs { "0", "10012", "-1", "12345678901234567890", ("1"):rep(128) } do
      assert.same({ "exact", text }, { core.code_pattern(text, true) })
      assert.is_nil((core.code_pattern(text)))
      assert.is_nil((core.code_pattern(text, false)))
    end
    for _, text in ipairs { "-", "--1", "+1", "1.0", "1.*", "1*", "1A", "-A", " 1", "1 ", "1\0", ("1"):rep(129) } do
      assert.is_nil((core.code_pattern(text, true)), text)
    end
    for _, row in ipairs(CODE_PATTERNS) do
      check_row(function(text) return core.code_pattern(text, true) end, row)
    end
  end)

  it("of scopes are parsed, or refused with reason and place", function()
    for _, row in ipairs(SCOPE_PATTERNS) do check_row(core.scope_pattern, row) end
  end)

  it("are not names of actions, which are parsed or refused with reason and place", function()
    for _, row in ipairs(ACTION_NAMES) do check_row(core.action_name, row) end
  end)

  it("of codes match codes", function()
    for _, row in ipairs(CODE_MATCHES) do
      assert.equal(row[4], core.code_matches(row[1], row[2], row[3]), row[1] .. " and " .. tostring(row[2]))
    end
  end)

  it("of scopes match actions", function()
    for _, row in ipairs(SCOPE_MATCHES) do
      assert.equal(row[3], core.scope_matches(row[1], row[2]), row[1] .. " and " .. row[2])
    end
  end)

  it("that are malformed match nothing, and say why", function()
    local matches, reason, place = core.code_matches("A.", "A")
    assert.is_nil(matches)
    assert.equal("a word is missing beside the dot", reason)
    assert.equal(3, place)
    assert.is_nil((core.scope_matches("cvm", "cvm.Run")))
    assert.is_nil((core.scope_matches("cvm.*", "cvm")))
  end)

  it("take every code, service and action of the catalog", function()
    package.path = "./?.lua;" .. package.path
    local seen = {}
    for _, service in ipairs(assert(require("catalog.reader").read_directory "catalog/services")) do
      for _, action in ipairs(service.actions) do
        local name = ("%s@%s.%s"):format(service.service, service.version, action.name)
        assert.equal(action.name, (core.action_name(name)), name)
        for _, code in ipairs(action.codes) do
          if not seen[code] then assert.equal("exact", (core.code_pattern(code)), code) end
          seen[code] = true
        end
      end
    end
  end)
end)
