-- The whole catalog through the registry: every pair, every code, every action, and nothing else.
package.path = "./?.lua;" .. package.path
local tc = require "tencentcloud"
local reader = require "catalog.reader"
local retired = require "catalog.retired"
local classification = require "catalog.classification"
local classify = require("catalog.classify").classify
local reference = require "spec.support.texts_reference"

local services = assert(reader.read_directory "catalog/services")

local function versioned(service, action)
  return ("%s@%s.%s"):format(service.service, service.version, action.name)
end

local function each_action(visit)
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do visit(service, action) end
  end
end

local function codes_of_catalog()
  local seen, codes = {}, {}
  each_action(function(_, action)
    for _, code in ipairs(action.codes) do
      if not seen[code] then table.insert(codes, code) end
      seen[code] = true
    end
  end)
  table.sort(codes)
  return codes, seen
end

local all_codes, is_code = codes_of_catalog()

local function check_equal(expected, found, what)
  if expected ~= found then
    error(("%s: expected %s, found %s"):format(what, tostring(expected), tostring(found)), 2)
  end
end

local function check_verdict(entry, service)
  local expected = classify(service, entry.code)
  for _, key in ipairs { "kind", "retryable", "executed", "source" } do
    check_equal(expected[key], entry[key], (service or "any service") .. " " .. entry.code .. " " .. key)
  end
end

local function sites_of(action)
  return action.mainland and "mainland" or action.international and "international" or "mainland international"
end

-- The facts of paging as the registry gives them: what there is none of is left out.
local function as_pushed(facts)
  local pushed = {}
  for key, value in pairs(facts) do pushed[key] = value end
  pushed.strings = nil
  for _, field in ipairs(facts.strings) do
    pushed.strings = pushed.strings or {}
    pushed.strings[field] = true
  end
  if #facts.lists == 0 then pushed.lists = nil end
  if #facts.ends_with == 0 then pushed.ends_with = nil end
  return pushed
end

describe("the whole catalog", function()
  it("gives each action exactly the codes that it declares", function()
    each_action(function(service, action)
      local name = versioned(service, action)
      local found = tc.registry:action(name)
      check_equal(table.concat(action.codes, " "), table.concat(found:codes(), " "), name)
      for _, code in ipairs(action.codes) do
        if not found:declares(code) then error(name .. " does not declare " .. code) end
      end
    end)
  end)

  it("declares none of the codes of the action before that the action does not list", function()
    local before = {}
    each_action(function(service, action)
      local found, own = tc.registry:action(versioned(service, action)), {}
      for _, code in ipairs(action.codes) do own[code] = true end
      for _, code in ipairs(before) do
        if not own[code] and found:declares(code) then error(versioned(service, action) .. " declares " .. code) end
      end
      before = action.codes
    end)
  end)

  it("leads from a code back to its services and actions", function()
    for index = 1, #all_codes, 97 do
      local code, count, named = all_codes[index], 0, {}
      local entry = tc.registry:lookup(code)
      local actions = entry:actions()
      for _, name in ipairs(actions) do
        assert.is_true(tc.registry:action(name):declares(code))
        named[name:match "^[^.@]+"] = true
      end
      each_action(function(_, action)
        for _, declared in ipairs(action.codes) do
          if declared == code then count = count + 1 end
        end
      end)
      assert.equal(count, #actions)
      for _, service in ipairs(entry:services()) do
        assert.is_true(named[service])
        named[service] = nil
      end
      assert.is_nil(next(named))
    end
  end)

  it("lists the services, and each one's actions by name", function()
    local expected, names = {}, {}
    each_action(function(service, action)
      if not expected[service.service] then
        expected[service.service] = {}
        table.insert(names, service.service)
      end
      expected[service.service][action.name] = true
    end)
    assert.same(names, tc.registry:services())
    for _, service in ipairs(names) do
      local before = ""
      for _, name in ipairs(tc.registry:actions(service)) do
        local action = name:match "^[%w_]+%.(.+)$"
        if not (action and expected[service][action] and before < action) then error("unexpected " .. name) end
        expected[service][action], before = nil, action
      end
      assert.is_nil(next(expected[service]))
    end
  end)

  it("means the newest version that has an action where none is named", function()
    local newest = {}
    each_action(function(service, action) newest[service.service .. "." .. action.name] = service.version end)
    for name, version in pairs(newest) do check_equal(version, tc.registry:action(name).version, name) end
  end)

  it("knows the facts of each action", function()
    local actions = require "catalog.actions"
    local paging = assert(require("catalog.paging_file").read "catalog/paging.txt")
    each_action(function(service, action)
      local found = tc.registry:action(versioned(service, action))
      check_equal(actions.reads(service.service, action.name), found.reads, versioned(service, action))
      check_equal(action.client_token, found.has_client_token, versioned(service, action))
      check_equal(action.dry_run, found.dry_run, versioned(service, action))
      check_equal(action.sse, found.streams, versioned(service, action))
      check_equal(sites_of(action), table.concat(found.sites, " "), versioned(service, action))
      local status = action.deprecated and "deprecated" or action.offline and "offline" or "online"
      check_equal(status, found.status, versioned(service, action))
      check_equal(false, found.retired, versioned(service, action))
      local expected = found.reads and paging[("%s@%s.%s"):format(service.service, service.version, action.name)]
      assert.same(expected and as_pushed(expected) or nil, found.paging, versioned(service, action))
    end)
  end)

  it("knows what is retired, marks it, and lists none of it", function()
    local list = assert(retired.read "catalog/retired.txt")
    for _, code in ipairs(list.codes) do
      assert.is_nil(is_code[code], code)
      local entry = tc.registry:lookup(code)
      assert.same({ true, true, 0 }, { entry.known, entry.retired, #entry:actions() }, code)
    end
    for _, service in ipairs(list.services) do
      for _, action in ipairs(service.actions) do
        local name = versioned(service, action)
        local found = assert(tc.registry:action(name))
        assert.same({ true, false, false }, { found.retired, found.reads, found.status ~= nil }, name)
        check_equal(sites_of(action), table.concat(found.sites, " "), name)
        check_equal(action.client_token, found.has_client_token, name)
        check_equal(table.concat(action.codes, " "), table.concat(found:codes(), " "), name)
        for _, code in ipairs(action.codes) do check_equal(true, tc.registry:lookup(code).known, code) end
      end
    end
    for _, code in ipairs(all_codes) do check_equal(false, tc.registry:lookup(code).retired, code) end
  end)

  it("knows the codes that no list declares, and does not call them retired", function()
    for _, code in ipairs(require "catalog.undeclared") do
      local entry = tc.registry:lookup(code)
      assert.same({ true, false }, { entry.known, entry.retired }, code)
      assert.is_nil(is_code[code], code .. " is declared now: take it out of catalog/undeclared.lua")
    end
  end)

  it("gives every code the verdict of catalog/classify.lua", function()
    for _, code in ipairs(all_codes) do
      local entry = tc.registry:lookup(code)
      check_equal(code, entry.code, "code")
      check_verdict(entry)
    end
  end)

  it("gives every code that a service means otherwise its verdict for that service", function()
    for _, decided in ipairs(classification.decided) do
      if decided.service then check_verdict(tc.registry:lookup(decided.code, decided.service), decided.service) end
    end
  end)

  it("judges codes that it does not know by the same rules as catalog/classify.lua", function()
    local details, categories = {}, { "Unheard", "MutexOperation", "ClientError" }
    for index, code in ipairs(all_codes) do
      local category, detail = code:match "^([^.]+)%.(.+)$"
      if index % 31 == 0 then table.insert(categories, category) end
      if index % 7 == 0 then table.insert(details, detail) end
    end
    local judged = 0
    for index, detail in ipairs(details) do
      local changed = { [4] = detail:upper(), [5] = detail:lower(), [6] = "Un" .. detail:lower(), [7] = detail .. "Is",
        [8] = detail:sub(1, 4) .. detail:sub(6), [9] = "Unthe" .. detail .. "ing9" }
      for step = _VERSION == "Lua 5.4" and 0 or 6, 9 do -- the core is the same C for every Lua
        local category = categories[(index * 5 + step) % #categories + 1]
        local code = category .. "." .. (changed[step] or detail)
        if not is_code[code] and not require("catalog.texts").codes[code] then
          check_verdict(tc.registry:lookup(code))
          judged = judged + 1
        end
      end
    end
    assert.is_true(judged > 5000)
  end)

  -- Compares the texts of an entry with those of the reference.
  local function check_texts(scope, entry, reads)
    local service = scope and scope:match "^[^.@]+"
    for language, suffix in pairs { en = "", zh = "_zh" } do
      local description, advice = reference.compose(service, entry.code, entry.kind, language, reads)
      check_equal(description, entry["description" .. suffix], entry.code)
      check_equal(advice, entry["advice" .. suffix], entry.code)
    end
  end

  it("describes every code as the reference does, in English and Chinese", function()
    local codes = { "Unheard.OfThis", "Unheard", "LimitExceeded._VPCQuota2Full.Now_", "ClientError.EmptyBody" }
    for _, code in ipairs(all_codes) do table.insert(codes, code) end
    for _, scope in ipairs { false, "cls", "cls.UploadLog", "cls.SearchLog" } do
      for _, code in ipairs(codes) do
        check_texts(scope or nil, tc.registry:lookup(code, scope or nil), scope == "cls.SearchLog")
      end
    end
  end)

  it("describes codes of any words as the reference does", function()
    local words, glossary = {}, require "catalog.glossary"
    for index, entry in ipairs(glossary.entries) do
      if index % 3 == 0 then table.insert(words, (entry.spelling:gsub("%f[%w]%l", string.upper):gsub(" ", ""))) end
    end
    for _, word in ipairs { "Foo", "bar", "VPC", "X9", "_", ".", "aB", "ABc", "1", "Of", "Not", "In", "Error" } do
      for _ = 1, 40 do table.insert(words, word) end
    end
    local state = 1
    local function random(count)
      state = (state * 16807) % 2147483647
      return state % count + 1
    end
    local categories = { "FailedOperation", "InvalidParameter", "ResourceNotFound", "LimitExceeded", "Unheard" }
    for _ = 1, 5000 do
      local parts = {}
      for position = 1, random(7) do parts[position] = words[random(#words)] end
      local code = (categories[random(#categories)] .. ".A" .. table.concat(parts)):gsub("%.+", "."):gsub("%.$", "")
      check_texts(nil, tc.registry:lookup((code:sub(1, 128):gsub("%.$", ""))), false)
    end
  end)

  it("gives a code of an action that only reads no advice about what was changed", function()
    local count = 0
    each_action(function(service, action)
      local name = versioned(service, action)
      if tc.registry:action(name).reads then
        for _, code in ipairs(action.codes) do
          local entry = tc.registry:lookup(code, name)
          local advice = entry.advice .. entry.advice_zh
          if advice:find("part of it may have been", 1, true) or advice:find("可能已部分执行", 1, true)
            or advice:find("after all", 1, true) or advice:find("先确认操作是否已", 1, true) then
            error(name .. " " .. code .. ": " .. advice)
          end
          if entry.kind == "failed" then count = count + 1 end
        end
      end
    end)
    assert.is_true(count > 3000)
  end)
end)
