-- What a decision costs with 10 rules and with 100,000: `make bench`, or `lua5.4 bench/rules.lua` after `make`.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local core = require "tencentcloud.core"

local CODES = { "RequestLimitExceeded", "ResourceNotFound.%s", "InvalidParameterValue.%s", "FailedOperation.%s.*" }
local LOOKUPS = 400000

-- A set of rules as a large program would have: most for one action and one code, some broader.
local function make_book(count)
  local book = core.rulebook()
  local added = 0
  for _, rule in ipairs {
    { "*", "*" }, { "*", "#throttle" }, { "*", "AuthFailure.*" }, { "cvm.*", "ResourceNotFound.*" },
    { "cvm.Describe*", "InternalError" }, { "cvm.DescribeInstances", "ResourceNotFound.Disk" },
  } do
    assert(book:add(rule[1], rule[2], 2))
    added = added + 1
  end
  local i = 0
  while added < count do
    i = i + 1
    local service, action = ("svc%d"):format(i % 258), ("DescribeThing%d"):format(i % 15000)
    local code = CODES[i % #CODES + 1]:format(("Detail%d"):format(i % 3000))
    if book:add(service .. "." .. action, code, i % 2 + 2) then added = added + 1 end
  end
  return book
end

-- Nanoseconds for one look-up, the least of some runs.
local function measure(book, queries)
  local best = math.huge
  for _ = 1, 5 do
    local start = os.clock()
    for i = 1, LOOKUPS do
      local q = queries[i % #queries + 1]
      book:first(q[1], q[2], q[3], q[4], q[5])
    end
    best = math.min(best, os.clock() - start)
  end
  return best / LOOKUPS * 1e9
end

local QUERIES = {
  { "a failure with a rule of its own",
    { { "cvm", "2017-03-12", "DescribeInstances", "ResourceNotFound.Disk", "not_found" } } },
  { "a family of the service", { { "cvm", "2017-03-12", "DescribeInstances", "ResourceNotFound.Zone", "not_found" } } },
  { "a kind", { { "cls", "2020-10-16", "SearchLog", "RequestLimitExceeded", "throttle" } } },
  { "any error", { { "vpc", "2017-03-12", "DescribeVpcs", "InvalidParameter", "parameter" } } },
}

-- Failures of many actions, so that the tables are not in the processor's cache.
local many = {}
for i = 1, 5000 do
  many[i] = { ("svc%d"):format(i % 258), "2020-01-01", ("DescribeThing%d"):format(i * 7 % 15000),
    ("ResourceNotFound.Detail%d"):format(i * 13 % 3000), "not_found" }
end
QUERIES[#QUERIES + 1] = { "5,000 different failures", many }

local start = os.clock()
local large = make_book(100000)
local filling = os.clock() - start
local small = make_book(10)

print(("### Matching, %s\n"):format(support.lua))
print(("%-36s %10s %14s %8s"):format("first, nanoseconds", "10 rules", "100,000 rules", "ratio"))
for _, query in ipairs(QUERIES) do
  local few, lots = measure(small, query[2]), measure(large, query[2])
  print(("%-36s %10.0f %14.0f %8.2f"):format(query[1], few, lots, lots / few))
end
print(("adding 100,000 rules: %.0f ms"):format(filling * 1e3))
