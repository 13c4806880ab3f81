-- tc.pages: all items of a list that the API gives page by page, whichever way the action pages.

local answer = require "tencentcloud.pages.answer"
local arguments = require "tencentcloud.arguments"
local call_options = require "tencentcloud.call.options"
local core = require "tencentcloud.core"
local lua_global = require "tencentcloud.lua_global"
local merge = require "tencentcloud.merge"
local pagings = require "tencentcloud.pages.paging"
local params_module = require "tencentcloud.params"
local place = require "tencentcloud.pages.place"
local rules_module = require "tencentcloud.rules"
local walks = require "tencentcloud.pages.walk"

---@class tencentcloud.Pages an iterator: `for item in tc.pages(...)`. An error is raised there; `next` and `all`
---  return it.
---@field total integer? how many items there are in all, as the last believable total says
---@field requests integer how many pages were asked for
---@field ended_by "total"|"empty"|"short"|"token"|"flag"|"code"|"max_items"|nil how it saw that there is no more
---@field changed boolean did the total change while the list was read? Then items may have moved between pages
local Pages = {}

local MAX_PAGES = 10000

local SEEN = {
  total = function(self) return self.walk.state.total end,
  ended_by = function(self) return self.limited or self.walk.ended_by end,
  changed = function(self) return self.walk.state.changed == true end,
}

function Pages:__index(key)
  local method = Pages[key]
  if method ~= nil then return method end
  local seen = SEEN[key]
  return seen and seen(self)
end

local function paging_error(self, message, response)
  return core.error{ code = "ClientError.PagingError", message = message, action = self.action,
    request_id = type(response) == "userdata" and response.request_id or nil }
end

-- Takes the items out of an answer. After a resume, those that were taken before are left out.
local function turn(self, response)
  local page, problem = answer.read(response, self.walk.paging)
  if problem then return paging_error(self, problem, response) end
  page.again = self.skip ~= nil
  problem = self.walk:arrive(page)
  if problem then self.problem = paging_error(self, problem, response) end
  self.page, self.count, self.position = page.list, page.count, page.from - 1
  if page.count == 0 then self.position = 0 end
  self.began = self.position
  local skip = self.skip
  if not skip then return end
  self.skip = nil
  self.position = self.position + skip
  if self.position > self.count and not problem then
    problem = ("%d items of this page were taken before, and now it has %d"):format(skip, self.count - self.began)
    self.problem = paging_error(self, problem, response)
  end
end

-- Asks for the next page. Gives nothing, or the error.
local function fetch(self)
  -- A request that only proves the total is no page.
  if self.requests >= self.max_pages and not self.walk.state.verify then
    return paging_error(self, ("there are more than %d pages: narrow the request, or give a greater max_pages")
      :format(self.max_pages))
  end
  self.requests = self.requests + 1
  local params = params_module.copy(self.params)
  self.walk:fill(params)
  local response, err = self.rules:call(self.send, self.action, params, self.call_options)
  if response ~= nil or err == nil then return turn(self, response) end
  local ended, problem = self.walk:refused(err.entry.code, err.kind)
  if problem then return paging_error(self, problem, err) end
  if not ended then return err end
end

---The next item. Nil after the last one, or nil and the error.
---@return any item tc.null for one that is null
---@return tencentcloud.CallError|tencentcloud.Error|nil err an Error where the end of the list is not to be trusted
function Pages:next()
  if self.given == self.max_items then
    self.limited = "max_items"
    return nil
  end
  if self.failed then return nil, self.failed end
  while self.position >= self.count do
    if self.walk.ended_by and not self.problem then return nil end
    self.failed = self.problem or fetch(self) or false
    if self.failed then return nil, self.failed end
  end
  self.position, self.given = self.position + 1, self.given + 1
  return self.page:item(self.position)
end

---All items that are left, in one list.
---@return any[]? items
---@return tencentcloud.CallError|tencentcloud.Error|nil err an Error where the end of the list is not to be trusted
function Pages:all()
  local items = {}
  while true do
    local item, err = self:next()
    if item == nil then
      if err then return nil, err end
      return items
    end
    table.insert(items, item)
  end
end

---Where the list was read up to, also after an error: a plain table, which can be kept as JSON. The option `resume`
---goes on from there.
---@return table
function Pages:where()
  return place.of(self)
end

-- In Lua 5.1 no coroutine can yield from within a generic `for`. LuaJIT, which names itself so too, can.
local CANNOT_YIELD = _VERSION == "Lua 5.1" and lua_global "jit" == nil

local LOOP = "this Lua cannot yield inside of `for item in pages`, and send does. Write: "
  .. "while true do local item, err = list:next() if item == nil then break end ... end"

local function next_in_for(self)
  if not CANNOT_YIELD then return self:next() end
  local ok, item, err = pcall(self.next, self)
  if ok then return item, err end
  error(tostring(item):find("attempt to yield across", 1, true) and LOOP or item, 0)
end

-- For the generic `for`, which cannot hand on an error: so it raises, for half a list must not look like a whole one.
function Pages:__call()
  local item, err = next_in_for(self)
  if err then error(err, 0) end
  return item
end

local OWN = {
  paging = arguments.type("table"),
  max_pages = arguments.whole(1),
  max_items = arguments.whole(1),
  resume = arguments.type("table"),
  on = arguments.type("table"),
}

-- A rule set, or, as for rules:call, rules for these calls alone.
local function rules_option(value)
  return type(value) ~= "table" and "a rule set, or a table of rules" or nil
end

-- What is left for each call.
local function options_of_calls(options)
  local left = {}
  for key, value in pairs(options) do
    if not OWN[key] and key ~= "rules" then left[key] = value end
  end
  left.rules = options.on
  return left
end

local SCHEMA = merge(call_options, merge(OWN, { rules = rules_option }))

local function read_options(options)
  options = arguments.options(options, SCHEMA, 4, "pages")
  if options.rules and arguments.methods("call")(options.rules) then
    arguments.that(not options.on, 4, "pages", "on: rules is a table of rules for these calls already")
    options.rules, options.on = nil, options.rules
  end
  options.rules = options.rules or rules_module.new()
  return options
end

local pages = {}

---What tc.pages takes beside the options of rules:call, which go to the call for each page: attempts, deadline, region,
---account, cancel, state, runtime, budget, ...
---@class tencentcloud.PagesOptions
---@field rules tencentcloud.Rules|table|nil a rule set; or rules for these calls alone, as for rules:call
---@field on table? rules for these calls alone, beside a rule set
---@field paging table? what is not, or not rightly, known of how the action pages; false takes a field away
---@field max_pages integer? requests at most, with an error where they do not do; 10000 by default
---@field max_items integer? items at most; pages:where() tells where they end
---@field resume table? what pages:where() returned
---@field attempts integer?
---@field deadline number? seconds for each page
---@field region string?
---@field account string?
---@field cancel function?
---@field state table?
---@field runtime tencentcloud.Runtime?
---@field budget tencentcloud.Budget?

---The items of a list, page after page. An end is believed only where nothing contradicts it; else, and after max_pages
---(10000), with an error.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table? of the first request; a page size belongs here
---@param options tencentcloud.PagesOptions?
---@return tencentcloud.Pages
function pages.pages(send, action, params, options)
  arguments.request(send, action, params, "pages")
  options = read_options(options)
  local facts = options.rules.registry:action(action)
  local paging = pagings.of(facts and facts.paging, options.paging, action, "pages")
  local _, _, wrong = walks.given(paging, params or {})
  arguments.that(not wrong, 3, "pages", "params: %s: a whole number from 0 up expected", wrong)
  local self = setmetatable({
    rules = options.rules,
    send = send,
    action = action,
    params = params_module.copy(params or {}),
    call_options = options_of_calls(options),
    max_pages = options.max_pages or MAX_PAGES,
    max_items = options.max_items or math.huge,
    walk = nil,
    skip = nil, -- items of the first page that were taken before a resume
    requests = 0,
    given = 0, -- items that `next` gave
    page = nil, -- the list that items are taken from, up to `count`
    began = 0, -- the position before its first item
    position = 0,
    count = 0,
    problem = false, -- the error that comes after the page's items
    failed = false, -- the error that came
    limited = false, -- what `ended_by` is where max_items were given
  }, Pages)
  local problem = place.start(self, paging, options.resume)
  arguments.that(not problem, 4, "pages", "resume: %s", problem)
  return self
end

return pages
