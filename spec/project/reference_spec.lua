-- The tables of the pages name what the annotated classes have, all of it and nothing else.

local read = require "spec.support.read"
local shell = require "spec.support.shell"
local sorted_keys = require "spec.support.sorted_keys"
local stubs = require "spec.support.stubs"
local tc = require "tencentcloud"

local classes = {}
for path in shell.run "find library lua -name '*.lua'":gmatch "[^\n]+" do
  for _, class in ipairs(stubs.read(path).classes) do classes[class.name] = class end
end

-- The part of a page under a heading, up to the next of that level.
local function section(path, heading)
  local text = read(path) .. "\n#"
  local _, last = text:find("\n" .. heading .. "\n", 1, true)
  assert(last, ("%s has no heading %s"):format(path, heading))
  local level = heading:match "^#+"
  local part = text:sub(last)
  for position, found in part:gmatch "()\n(#+)" do
    if #found <= #level then return part:sub(1, position) end
  end
end

-- The names that a cell gives in code type: `res.ok`, `view:get(key, ...)`, `tc.retry{ kind }` are ok, get and retry.
local function add_names(cell, names)
  for code in cell:gmatch "`([^`]+)`" do
    local name = code:gsub("^%l+[.:]", ""):match "^[%l_]+"
    if name then names[name] = true end
  end
end

-- The names in a column of the table in `text` whose heading begins so; of the first table where none is given.
local function names_in(text, heading, column)
  local names = {}
  local at = text:find("\n" .. (heading or "|"), 1, true)
  assert(at, "no table " .. tostring(heading))
  for line in text:sub(at + 1):match("^[^\n]*\n[^\n]*\n(.-)\n%f[^|\n]"):gmatch "[^\n]+" do
    local cells = {}
    for cell in line:gmatch "|%s*([^|]-)%s*%f[|]" do table.insert(cells, cell) end
    if cells[1] then add_names(cells[column or 1], names) end
  end
  return names
end

local function members(name, with_functions)
  local class, names = assert(classes["tencentcloud." .. name], name), {}
  for field in pairs(class.fields) do names[field] = true end
  for method in pairs(with_functions and class.functions or {}) do names[method] = true end
  return names
end

local function union(...)
  local all = {}
  for _, set in ipairs { ... } do
    for name in pairs(set) do all[name] = true end
  end
  return all
end

describe("docs/api.md", function()
  it("names what a Response, an Object and an Array have", function()
    local listed = names_in(section("docs/api.md", "## Response, Object, Array"))
    local response = members "Response"
    listed.a = nil -- a == b
    assert.same(sorted_keys(union(members("View", true), members("Array", true), response)), sorted_keys(listed))
  end)

  it("names what an Error has", function()
    assert.same(sorted_keys(members("Error", true)), sorted_keys(names_in(section("docs/api.md", "## Error"))))
  end)
end)

-- Pages in two languages, with their headings and the words before what is listed.
local REGISTRY = { ["docs/registry.md"] = true, ["docs/registry.zh-CN.md"] = true }
local RULES = {
  ["docs/rules.md"] = {
    send = "## send", context = "| field of `context`", handlers = "## Handlers", errors = "## The error of a call",
    runs = "## Where it runs", outcomes = "## Outcomes", builtin = "## Built-in rules",
    budget = "## Delays, attempts, deadline, budget", settings = "Settings of `tc.rules`: ",
    options = "Options of `rules:call`, for one call: ",
  },
  ["docs/rules.zh-CN.md"] = {
    send = "## send", context = "| `context` 的字段", handlers = "## 处理函数", errors = "## 调用的错误",
    runs = "## 运行环境", outcomes = "## 处理方式", builtin = "## 内置规则",
    budget = "## 退避、次数、截止时间、预算", settings = "`tc.rules` 的设置：",
    options = "`rules:call` 针对单次调用的选项：",
  },
}

for path in pairs(REGISTRY) do
  describe(path, function()
    it("has a section for each method of Registry", function()
      local listed = {}
      for name in read(path):gmatch "\n### `registry:([%l_]+)" do listed[name] = true end
      assert.same(sorted_keys(classes["tencentcloud.Registry"].functions), sorted_keys(listed))
    end)

    for _, name in ipairs { "ErrorCode", "Action" } do
      it("names what an " .. name .. " has", function()
        local text = section(path, "## " .. name)
        assert.same(sorted_keys(members(name)), sorted_keys(names_in(text)))
        for method in pairs(classes["tencentcloud." .. name].functions) do
          assert.matches("`%l+:" .. method .. "%(", text)
        end
      end)
    end
  end)
end

-- What a function takes, as its message says it about an option that there is not.
local function options_of(call)
  local _, message = pcall(call)
  local names = {}
  for name in message:match "the options are ([%w_, ]+)":gmatch "[%w_]+" do names[name] = true end
  return names
end

-- The names in code type that follow some words in their paragraph.
local function names_after(text, words)
  local _, last = text:find(words, 1, true)
  local names = {}
  add_names(assert(last and text:sub(last + 1):match "^(.-)\n\n", words), names)
  return names
end

local outcomes = {}
for name, value in pairs(require "tencentcloud.rules.outcome") do
  if tc[name] == value then outcomes[name] = true end
end

describe("lua/tencentcloud/rules/outcome.lua", function()
  it("lists the outcomes that it defines", function()
    assert.same(sorted_keys(outcomes), sorted_keys(members "Outcomes"))
  end)

  it("ends calls by what the class CallError lists in stopped_by", function()
    local known = classes["tencentcloud.CallError"].fields.stopped_by
    for name in pairs(outcomes) do
      local reason = tc[name].ends_by
      assert(not reason or known:find(('"%s"'):format(reason), 1, true),
        ("tc.%s ends a call by %s, which call/call_error.lua does not list"):format(name, tostring(reason)))
    end
  end)
end)

-- The runtimes that can say whether they are there.
local function detectable_runtimes()
  local names = {}
  for name in shell.run "ls lua/tencentcloud/runtime":gmatch "([%w_]+)%.lua" do
    local runtime = require("tencentcloud.runtime." .. name)
    if type(runtime) == "table" and runtime.is_here then names[runtime.name] = true end
  end
  return names
end

describe("lua/tencentcloud/runtime/init.lua", function()
  it("looks for every runtime that can say whether it is there", function()
    local listed = {}
    local list = read "lua/tencentcloud/runtime/init.lua":match "local RUNTIMES = (%b{})"
    for name in list:gmatch 'require "tencentcloud%.runtime%.([%l_]+)"' do listed[name] = true end
    assert.same(sorted_keys(detectable_runtimes()), sorted_keys(listed))
  end)
end)

for path, headings in pairs(RULES) do
  describe(path, function()
    it("names the fields of send's context", function()
      local listed = names_in(section(path, headings.send), headings.context)
      assert.same(sorted_keys(members "SendContext"), sorted_keys(listed))
    end)

    it("names the fields of what a handler gets", function()
      assert.same(sorted_keys(members(classes["tencentcloud.Subject"] and "Subject" or "Failure")),
        sorted_keys(names_in(section(path, headings.handlers))))
    end)

    it("names the fields of a call's error, and of its attempts", function()
      local text = section(path, headings.errors)
      assert.same(sorted_keys(members "CallError"), sorted_keys(names_in(text)))
      local attempts, stops = {}, {}
      add_names(text:match "\n| `attempts` | ([^\n]*)", attempts)
      add_names(text:match "\n| `stopped_by` | ([^\n]*)", stops)
      assert.same(sorted_keys(members "Attempt"), sorted_keys(attempts))
      local reasons = {}
      local known = classes["tencentcloud.CallError"].fields.stopped_by
      for reason in known:gmatch '"([%l_]+)"' do reasons[reason] = true end
      assert.same(sorted_keys(reasons), sorted_keys(stops))
    end)

    it("names the outcomes", function()
      assert.same(sorted_keys(outcomes), sorted_keys(names_in(section(path, headings.outcomes))))
    end)

    it("names the runtimes that are detected", function()
      assert.same(sorted_keys(detectable_runtimes()), sorted_keys(names_in(section(path, headings.runs))))
    end)

    it("names the patterns of the built-in rules", function()
      local text, listed, known = section(path, headings.builtin), {}, {}
      for row in text:gmatch "\n| (`[^|]*) |" do
        for pattern in row:gmatch "`([^`]+)`" do listed[pattern] = true end
      end
      for _, rule in ipairs(require "tencentcloud.rules.builtin") do known[rule.code] = true end
      assert.same(sorted_keys(known), sorted_keys(listed))
    end)

    it("names the settings of rules, and the options of a call", function()
      local text = section(path, headings.budget)
      assert.same(sorted_keys(members "RuleSettings"), sorted_keys(names_after(text, headings.settings)))
      local options = options_of(function()
        tc.rules():call(function() end, "cvm.RunInstances", {}, { no_such_option = 1 })
      end)
      assert.same(sorted_keys(options), sorted_keys(names_after(text, headings.options)))
    end)
  end)
end

describe("why a list is over", function()
  for path in pairs(RULES) do
    it("is told in " .. path, function()
      local reasons, told = {}, {}
      for reason in classes["tencentcloud.Pages"].fields.ended_by:gmatch '"([%l_]+)"' do reasons[reason] = true end
      local rows = read(path):match "\n| `ended_by` |[^\n]*\n[^\n]*\n(.-)\n\n"
      for line in rows:gmatch "[^\n]+" do
        for reason in line:match "^| (.-) |":gmatch '"([%l_]+)"' do told[reason] = true end
      end
      assert.same(reasons, told)
    end)
  end
end)
