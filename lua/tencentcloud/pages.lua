-- tc.pages: all items of a list that the API gives page by page, whichever way the action pages.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local merge = require "tencentcloud.merge"
local rules_module = require "tencentcloud.rules"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.Pages an iterator: `for item in tc.pages(...)`. An error is raised there; `next` and `all`
---  return it.
---@field total integer? how many items there are in all, as the last page said
---@field requests integer how many pages were asked for
---@field ended_by "total"|"empty"|"repeated"|"token"|nil how it saw that there is no further page
local Pages = {}
Pages.__index = Pages

local MAX_PAGES = 10000

-- What options.paging can have: the way, and the fields of a request and an answer that it goes by.
local FIELDS = { kind = true }
for _, names in ipairs{ vocabulary.paging_fields, vocabulary.paging_facts } do
  for _, name in ipairs(names) do FIELDS[name] = true end
end

-- How each way of paging asks for the page after this one: changes `params`, and returns whether there
-- is a next page.
local advance = {}

function advance.offset(self, params, count)
  local name = self.paging.offset
  params[name] = (tonumber(params[name]) or 0) + count
  return true
end

function advance.page(self, params)
  local name = self.paging.page
  params[name] = (tonumber(params[name]) or 1) + 1
  return true
end

function advance.token(self, params, _, response)
  local token = response[self.paging.next or self.paging.token]
  if token == nil or token == "" or self.tokens[token] then return false end
  self.tokens[token] = true
  params[self.paging.token] = token
  return true
end

for _, way in ipairs(vocabulary.paging) do
  assert(advance[way], "pages.lua does not page by '" .. way .. "', which catalog/vocabulary.lua names")
end

-- How many items come before the first page, where the first request says so.
local function items_before(paging, params)
  if paging.kind == "offset" then return tonumber(params[paging.offset]) or 0 end
  local page, size = tonumber(params[paging.page or ""]), tonumber(params[paging.size or ""])
  return page and size and (page - 1) * size or 0
end

-- How a page shows that it is the last one; nil where it does not.
local function ending(self, response, list, count)
  if count == 0 then return "empty" end
  local text = type(list) == "userdata" and response:json(self.paging.list) or list
  if text == self.text then return "repeated" end
  self.text = text
  self.seen = self.seen + count
  self.total = tonumber(self.paging.total and response[self.paging.total]) or self.total
  if self.total and self.paging.kind ~= "token" and self.before + self.seen >= self.total then return "total" end
end

-- Takes the items out of an answer, and prepares the request for the next page.
function Pages:turn(response)
  local has_fields = type(response) == "userdata" or type(response) == "table"
  local list = has_fields and response[self.paging.list] or nil
  local count = list ~= nil and #list or 0
  self.ended_by = ending(self, response, list, count)
  self.page, self.position, self.count = list, 0, self.ended_by == "repeated" and 0 or count
  if self.ended_by then return end
  local params = merge(self.params)
  if not advance[self.paging.kind](self, params, count, response) then self.ended_by = "token" end
  self.params = params
end

-- Asks for the next page. Gives nothing, or the error.
function Pages:fetch()
  if self.requests >= self.max_pages then
    local message = ("there are more than %d pages: narrow the request, or give a greater max_pages")
      :format(self.max_pages)
    return core.error{ code = "ClientError.PagingError", message = message, action = self.action }
  end
  self.requests = self.requests + 1
  local response, err = self.rules:call(self.send, self.action, self.params, self.call_options)
  if response == nil then return err end
  self:turn(response)
end

---The next item. Nil after the last one, or nil and the error.
---@return any item
---@return tencentcloud.CallError|tencentcloud.Error|nil err an Error where there are too many pages
function Pages:next()
  if self.failed then return nil, self.failed end
  while self.position >= self.count do
    if self.ended_by then return nil end
    self.failed = self:fetch()
    if self.failed then return nil, self.failed end
  end
  self.position = self.position + 1
  return self.page[self.position]
end

---All items that are left, in one list.
---@return any[]? items
---@return tencentcloud.CallError|tencentcloud.Error|nil err an Error where there are too many pages
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

-- For the generic `for`, which cannot hand on an error: so it raises, for half a list must not look like a whole one.
function Pages:__call()
  local item, err = self:next()
  if err then error(err, 0) end
  return item
end

local OPTIONS = {
  rules = arguments.methods("call"),
  paging = arguments.type("table"),
  max_pages = arguments.whole(1),
  region = arguments.type("string"),
  cancel = arguments.callable,
  runtime = arguments.runtime,
  deadline = arguments.number(0),
}

-- How the action pages: what the registry knows, and on top of it what the program gives.
local function paging_of(rules, action, given)
  local facts = rules.registry:action(action)
  for key in pairs(given or {}) do
    arguments.that(FIELDS[key], 4, "pages", "paging: no field '%s'", tostring(key))
  end
  local paging = merge(facts and facts.paging or {}, given)
  arguments.that(advance[paging.kind], 3, "pages", "action: how %s pages is not known; give options.paging, such as "
    .. '{ kind = "offset", offset = "Offset", list = "InstanceSet", total = "TotalCount" }', action)
  for _, key in ipairs{ paging.kind, "list" } do
    arguments.that(type(paging[key]) == "string", 4, "pages",
      "paging.%s: the name of a field expected; the catalog does not know it for %s", key, action)
  end
  return paging
end

local pages = {}

---The items of a list, page after page. Ends at the total that the API gives, at an empty page, at one that is the
---same as the page before, or where no further token comes; at the latest after max_pages (10000) with an error.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table? of the first request; a page size belongs here
---@param options {rules: tencentcloud.Rules?, paging: table?, max_pages: integer?, region: string?, deadline: number?,
---  cancel: function?, runtime: tencentcloud.Runtime?}? deadline: seconds for each page
---@return tencentcloud.Pages
function pages.pages(send, action, params, options)
  arguments.request(send, action, params, "pages")
  options = arguments.options(options, OPTIONS, 4, "pages")
  local rules = options.rules or rules_module.new()
  local paging = paging_of(rules, action, options.paging)
  return setmetatable({
    rules = rules,
    send = send,
    action = action,
    params = params or {},
    paging = paging,
    call_options = { region = options.region, cancel = options.cancel, runtime = options.runtime,
      deadline = options.deadline },
    max_pages = options.max_pages or MAX_PAGES,
    requests = 0,
    before = items_before(paging, params or {}), -- items that come before the first page
    seen = 0, -- items
    tokens = {}, -- that were followed
    page = nil, -- the list that items are taken from, up to `count`
    position = 0,
    count = 0,
  }, Pages)
end

return pages
