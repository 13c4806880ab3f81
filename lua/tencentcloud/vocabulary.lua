-- The words that the core and the Lua part share, as catalog/vocabulary.lua states them. They are compiled into the
-- core; this is the one table of them in a program.

local core = require "tencentcloud.core"

---@class tencentcloud.KindWords what a code can be about
---@field name string "throttle"
---@field retryable tencentcloud.Retryable where nothing else is said of a code
---@field executed tencentcloud.Executed the same
---@field refused boolean do its codes come before anything is carried out, whatever is said of one?
---@field hopeless boolean does the same request fail again, however long one waits?
---@field summary string a few words
---@field summary_zh string
---@field advice string what a person does next
---@field advice_zh string

---@class tencentcloud.Vocabulary
---@field kinds tencentcloud.KindWords[] in the order of the pages
---@field kind table<string, tencentcloud.KindWords> by name
---@field retryable string[]
---@field executed string[]
---@field source string[] the surest first
---@field paging string[] the ways of paging
---@field paging_fields string[] the fields that an action can page by
---@field paging_counts string[] what an offset can count
---@field client_codes {code: string, broken: boolean, of_call: boolean}[] the module's own error codes. broken: no
---  response, or a part of one; of_call: they end a call, and no rule is asked about them
---@field limits table<string, {value: integer, text: string}> what the core does not go beyond; text: for messages
local vocabulary = core.vocabulary()

vocabulary.kind = {}
for _, kind in ipairs(vocabulary.kinds) do vocabulary.kind[kind.name] = kind end

return vocabulary
