-- The facts against the tables that they were compiled from: all of both sites, and nothing else. The tables
-- are no part of the project; where their folders are not, nothing is compared.
package.path = "./?.lua;" .. package.path
local read_text = require "spec.support.read"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"
local shell = require "spec.support.shell"

local FOLDERS = {
  mainland = os.getenv "CATALOG_FACTS" or "../shared/catalog-facts",
  international = os.getenv "CATALOG_FACTS_INTL" or "../shared/catalog-facts-intl",
}
local SCHEMAS = os.getenv "SCHEMA_FACTS" or "../shared/schema-facts"

local function missing_folder()
  for _, folder in pairs { FOLDERS.mainland, FOLDERS.international } do
    if shell.count_files(folder, ".tsv") == 0 then return folder end
  end
  return shell.count_files(SCHEMAS, ".txt") == 0 and SCHEMAS or nil
end

-- What one line of a table says of an action: "-" for nothing; of its fields the second has the parameters, the last
-- two the event stream and the codes; those between them are about paging.
local function add_line(actions, site, line)
  local name, parameters, sse, codes = line:match "^(%S+)\t(%S+)\t%S+\t%S+\t%S+\t(%S+)\t(.*)$"
  local action, has = actions[name] or { codes = {}, sites = {} }, "," .. parameters .. ","
  actions[name] = action
  action.sites[site] = true
  action.client_token = action.client_token or has:find(",ClientToken,", 1, true) ~= nil
  action.dry_run = action.dry_run or has:find(",DryRun,", 1, true) ~= nil
  action.sse = action.sse or sse == "sse"
  for code in codes:gmatch "[^ -]%S*" do action.codes[code] = true end
end

-- All actions of the tables: "service-version" -> name -> what both sites say.
local function read_tables()
  local versions = {}
  for site, folder in pairs(FOLDERS) do
    for file in shell.run("ls " .. shell.quote(folder)):gmatch "([^\n]+)%.tsv" do
      versions[file] = versions[file] or {}
      for line in read_text(folder .. "/" .. file .. ".tsv"):gmatch "[^\n]+" do
        add_line(versions[file], site, line)
      end
    end
  end
  for _, schema in ipairs(schema_facts.read_directory(SCHEMAS)) do
    for _, action in ipairs(schema.actions) do
      versions[schema.service .. "-" .. schema.version][action.name].status = action.status
    end
  end
  return versions
end

local function check_action(name, action, fact)
  assert(fact, name .. " is in no table")
  for _, flag in ipairs { "client_token", "dry_run", "sse" } do assert.equal(fact[flag], action[flag], name .. flag) end
  assert.equal(not fact.sites.international, action.mainland, name)
  assert.equal(not fact.sites.mainland, action.international, name)
  assert.equal(fact.status == "deprecated", action.deprecated, name)
  assert.equal(fact.status == "offline", action.offline, name)
  for _, code in ipairs(action.codes) do
    if not fact.codes[code] then error(name .. " does not declare " .. code) end
    fact.codes[code] = nil
  end
  if next(fact.codes) then error(name .. " declares " .. next(fact.codes)) end
end

describe("the facts", function()
  it("say what the tables of both sites say, and nothing else", function()
    local missing = missing_folder()
    if missing then return pending("skipped: there is no folder " .. missing) end
    local versions = read_tables()
    for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
      local key = service.service .. "-" .. service.version
      local facts = assert(versions[key], key .. " is in no table")
      for _, action in ipairs(service.actions) do
        check_action(key .. "." .. action.name, action, facts[action.name])
        facts[action.name] = nil
      end
      assert.is_nil(next(facts), key)
      versions[key] = nil
    end
    assert.is_nil(next(versions))
  end)
end)
