-- What an answer says of paging: its list, the total, the next token, whether there is more.

local list = require "tencentcloud.pages.list"
local path = require "tencentcloud.pages.path"

---@class tencentcloud.pages.Page
---@field state "list"|"null"|"missing"
---@field list tencentcloud.pages.List?
---@field count integer
---@field from integer the first of its items that is new
---@field again boolean? it came before, and was found right: some of its items were taken before a resume
---@field total integer? as the answer says it, right or not
---@field token string|number|nil for the page after this one
---@field has_token_field boolean? is the token's field there, be it empty?
---@field more boolean? what the flag says; nil where there is none

local answer = {}

local FLAGS = { ["true"] = true, ["1"] = true, ["false"] = false, ["0"] = false }

local function flag(got, keys)
  if not keys then return nil end
  local value = path.read(got, keys)
  if type(value) == "number" then return value ~= 0 end
  return FLAGS[tostring(value):lower()]
end

-- Two flags that contradict each other: then there may be more.
local function more(got, keys)
  local says_more, says_over = flag(got, keys.more), flag(got, keys.over)
  if says_more or says_over == false then return true end
  if says_more == false or says_over then return false end
end

local function has_no_fields(got)
  local kind = type(got)
  if kind ~= "table" then return kind ~= "userdata" end
  return next(path.is_view(got) and got:totable() or got) == nil
end

local function read_list(page, got, paging)
  local value, kind = path.read(got, paging.keys.list)
  if kind == nil or kind == "null" then
    -- A rule's value without any field, such as that of tc.ok(), is a success that has no items.
    page.state = (kind == "null" or has_no_fields(got)) and "null" or "missing"
    return
  end
  page.list = list.of(value)
  if not page.list then return ("%s is not a list; options.paging.list names it"):format(paging.list) end
  page.count = page.list.count
end

local function read_token(page, got, paging)
  if not paging.keys.token then return end
  local value, kind = path.read(got, paging.keys.next)
  page.has_token_field = kind ~= nil
  if value == nil or value == "" then return end
  if type(value) ~= "string" and type(value) ~= "number" then
    return ("%s is neither a text nor a number; options.paging.next names the token"):format(paging.next)
  end
  page.token = value
end

-- A total as a number; some actions give it as text. What is not a whole number is no total.
local function whole(value)
  if type(value) == "string" then value = value:match "^%-?%d+$" and tonumber(value) end
  if type(value) ~= "number" or value % 1 ~= 0 or value >= 2 ^ 53 then return nil end
  return value
end

---@param got any a Response, or what a rule gave in its place
---@param paging tencentcloud.pages.Paging
---@return tencentcloud.pages.Page
---@return string? problem
function answer.read(got, paging)
  local page = { state = "list", count = 0, from = 1 }
  local problem = read_list(page, got, paging) or read_token(page, got, paging)
  page.total = paging.keys.total and whole((path.read(got, paging.keys.total))) or nil
  page.more = more(got, paging.keys)
  return page, problem
end

return answer
