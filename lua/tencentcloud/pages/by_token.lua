-- Pages behind tokens: the token and the flag decide. An empty page with a further token goes on.

local by_number = require "tencentcloud.pages.by_number"

local by_token = {}

-- There is more, but no token leads there: by number, where the request takes one, and the place is known.
local function leave(walk, page)
  local what = page.more and "there is no further token, but the flag says that there is more"
    or ("there is no further %s"):format(walk.paging.next)
  if not by_number.take_over(walk) then return walk:problem(what) end
end

---@param walk tencentcloud.pages.Walk
---@param page tencentcloud.pages.Page
---@return string? problem
function by_token.arrive(walk, page)
  local state, token = walk.state, page.token
  if page.list and page.list:equals(walk.current) and page.list:is_distinctive() then
    page.count = 0
    return walk:problem "the page is the same as the one before"
  end
  walk:count(page, page.count)
  state.listed = state.listed or page.state ~= "missing" or nil
  local missing = walk:missing()
  if token ~= nil and (page.more ~= false or missing) then
    if walk.tokens[token] then return walk:problem(("the same %s came twice"):format(walk.paging.next)) end
    walk.tokens[token] = true
    state.at = token
  elseif page.more or missing then
    return leave(walk, page)
  elseif not state.listed and not walk:reached() then
    return walk:problem(("there is no field %s, which options.paging.list names"):format(walk.paging.list))
  else
    walk:finish(page.more == false and "flag" or "token")
  end
end

return by_token
