-- tc.pages over every reading action that pages, with a server made of what the catalog knows of it: nearly all need no
-- options, and the others say which one.

local answers = require "spec.support.answers"
local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local pages = require "tencentcloud.pages".pages
local path = require "tencentcloud.pages.path"

local ALL, SIZE = 23, 10
local USABLE = 0.95 -- as many as the catalog knows the list of

local function get(holder, name)
  return name and path.read(holder, path.split(name)) or nil
end

local function set(holder, name, value)
  if name then path.write(holder, path.split(name), value) end
end

-- What the facts leave open is the one or the other, by the action's name.
local function toss(name, position)
  return name:byte(-position) % 2
end

-- The number of the first item asked for, from 0; nil where a field has not the type that the facts say.
local function position(facts, name, params, size)
  local field = facts.kind == "page" and "page" or "offset"
  local value = get(params, facts[field])
  local wanted = facts.strings and facts.strings[field] and "string" or "number"
  if value ~= nil and type(value) ~= wanted then return nil end
  local counts = facts.counts == "unsure" and ({ [0] = "items", "pages" })[toss(name, 1)] or facts.counts
  if field == "offset" and counts ~= "pages" then return tonumber(value or 0) end
  local first = facts.first or toss(name, 2)
  return math.max(0, tonumber(value or first) - first) * size
end

local function serve(facts, list, name)
  return function(params)
    local size, from = tonumber(get(params, facts.size or facts.limit)) or SIZE
    if facts.kind == "token" then
      from = tonumber((tostring(get(params, facts.token) or 0):gsub("%D", "")))
    else
      from = position(facts, name, params, size)
    end
    if not from then return answers.body{ Error = { Code = "InvalidParameterValue", Message = "" } } end
    if from >= ALL and facts.ends_with then
      return answers.body{ Error = { Code = facts.ends_with[1], Message = "" } }
    end
    local last, answer = math.min(ALL, from + size), {}
    set(answer, list, answers.items(from + 1, last))
    set(answer, facts.total, ALL)
    set(answer, facts.more, last < ALL)
    set(answer, facts.over, last >= ALL)
    if facts.kind == "token" then set(answer, facts.next or facts.token, last < ALL and "t" .. last or "") end
    return answers.body(answer)
  end
end

-- The request that a program writes: with a page size, in its type.
local function request(facts)
  local params, field = {}, facts.kind == "page" and facts.size and "size" or facts.limit and "limit" or "size"
  if facts[field] then set(params, facts[field], facts.strings and facts.strings[field] and tostring(SIZE) or SIZE) end
  return params
end

local rules = new{ attempts = 1 }

local function read(name, facts, list, options)
  options.rules = rules
  return pages(serve(facts, list, name), name, request(facts), options):all()
end

-- Is the list read with these options? Or what is wrong.
local function problem_of(name, facts, list, options)
  local ok, all, err = pcall(read, name, facts, list, options)
  if not ok then return tostring(all), true end
  if not all then return tostring(err) end
  for id = 1, ALL do
    if not all[id] or all[id].Id ~= id then return ("item %d is missing"):format(id) end
  end
  return #all ~= ALL and #all .. " items" or nil
end

describe("the actions of the catalog that page", function()
  local paged = {}
  for _, service in ipairs(core.registry:services()) do
    for _, name in ipairs(core.registry:actions(service)) do
      local action = core.registry:action(name)
      if action.reads and action.paging then table.insert(paged, { name = name, facts = action.paging }) end
    end
  end

  it("are read without options, or an error names the one that is needed", function()
    local usable, wrong = 0, {}
    for _, action in ipairs(paged) do
      local name, facts = action.name, action.facts
      local list = facts.list or facts.lists and facts.lists[1] or "Things"
      local problem, raised = problem_of(name, facts, list, {})
      if not problem then
        usable = usable + 1
      elseif not raised or not problem:find("paging.list", 1, true) then
        table.insert(wrong, name .. ": " .. problem)
      else
        problem = problem_of(name, facts, list, { paging = { list = list } })
        if problem then table.insert(wrong, name .. " with a list: " .. problem) end
      end
    end
    assert(#wrong == 0, ("%d: %s"):format(#wrong, table.concat(wrong, "\n", 1, math.min(#wrong, 20))))
    assert.is_true(#paged > 2000, #paged)
    assert.is_true(usable >= USABLE * #paged, ("%d of %d"):format(usable, #paged))
  end)
end)
