---@meta tencentcloud.core

-- The C module, for editors: what the files under lua/ are made of. Programs take `require "tencentcloud"` instead;
-- what both give is described there.

---A set of compiled rules. `#rulebook` is their number.
---@class tencentcloud.Rulebook: userdata
---@operator len: integer
local Rulebook = {}

---Adds a rule.
---@param scope string "cvm.RunInstances", "cvm.Describe*", "cvm.*", "*"; a version may follow the service
---@param code string "A.B", "A", "A.*", "#throttle", "*" or "ok"
---@param layer integer 1 the call's, 2 the user's, 3 the built-in ones
---@param veto boolean? true looks at this rule before all others
---@param of_items boolean? true for a rule on items of batches, whose code may be an integer: "10012"
---@return integer? id
---@return string? problem
---@return integer? earlier the id of the rule that has this scope and code in this layer already
function Rulebook:add(scope, code, layer, veto, of_items) end

---Removes a rule.
---@param id integer
---@return boolean removed was there such a rule?
function Rulebook:remove(id) end

---Which rule wins?
---@param service string? nil where it is not known, as the other parts
---@param version string?
---@param action string? without its service
---@param code string an error's, or "ok"
---@param kind string?
---@return integer? id of the rule that wins
function Rulebook:first(service, version, action, code, kind) end

---Which rules match?
---@param service string?
---@param version string?
---@param action string?
---@param code string
---@param kind string?
---@return integer[] ids of all rules that match, in the order in which they win
function Rulebook:candidates(service, version, action, code, kind) end

---The rules as they are now, in a rulebook that does not change.
---@return tencentcloud.Rulebook
function Rulebook:snapshot() end

---Reads an event stream. It keeps no text: the caller joins the pieces.
---@class tencentcloud.EventReader: userdata
local EventReader = {}

---Reads on in the chunk.
---@param chunk string
---@param position integer from 1
---@return "data"|"event"|"need"|"body"|"large" what a piece of data; the event is complete; the next chunk is needed;
---a body, not a stream, begins at the position; the event is over 256 MiB
---@return integer position where to go on
---@return string? piece of data
function EventReader:read(chunk, position) end

---Ends the stream.
---@return "between"|"unfinished"|"cut off" where between two events; in an event with data, which may lack only its
---empty line; in an event before its data
function EventReader:finish() end

---Says of an Error which event it is about.
---@param err tencentcloud.Error
---@param number integer of the event
---@return tencentcloud.Error placed one like it, whose message begins with the event's number
function EventReader:place(err, number) end

---@class tencentcloud.core
---@field null lightuserdata
---@field registry tencentcloud.Registry
local core = {}

---What the module's own registry knows of any text as a code. A malformed one, of which registry:lookup gives nil, is
---judged by its category.
---@param code string
---@return tencentcloud.ErrorCode entry
function core.entry(code) end

---As tc.parse.
---@param body string
---@param action string?
---@param http_status integer?
---@return tencentcloud.Response?
---@return tencentcloud.Error?
function core.parse(body, action, http_status) end

---As tc.check.
---@param body string
---@param action string?
---@param http_status integer?
---@return boolean? ok
---@return string|tencentcloud.Error|nil code
---@return string? request_id
function core.check(body, action, http_status) end

---As tc.error.
---@param fields tencentcloud.ErrorFields
---@return tencentcloud.Error
function core.error(fields) end

---As tc.new_registry.
---@return tencentcloud.Registry
function core.new_registry() end

---The words that the core and the Lua part share: what tencentcloud.vocabulary holds, without `kind`.
---@return table words a new one
function core.vocabulary() end

---As parse, for the data of one event, which mostly has no envelope.
---@param data string
---@param action string?
---@param options {strict: boolean?}?
---@return tencentcloud.Response?
---@return tencentcloud.Error?
function core.parse_event(data, action, options) end

---Foreign text as one line of a terminal or log can show it: controls, characters that change how text is shown, and
---bytes that are not UTF-8 are escaped.
---@param text string
---@return string
function core.quote(text) end

---The service that somebody means by a text: its name or another name of it, such as a product's, in upper or lower
---case.
---@param text string
---@return string? service nil where no service is called so
function core.service_named(text) end

---All codes that the catalog knows, sorted, also those that no list declares: the retired ones, and those that are
---only sent.
---@return string[]
function core.catalog_codes() end

---The retired actions of a service, each as Registry:action takes it. None of a service that the catalog does not know.
---@param service string
---@return string[]
function core.retired_actions(service) end

---A reader at the beginning of a stream.
---@return tencentcloud.EventReader
function core.event_reader() end

---What totable gives to empty arrays.
---@param metatable table?
function core.set_empty_array_metatable(metatable) end

---Splits "service.Action" or "service@version.Action".
---@param text string
---@return string? action
---@return string? service the reason, where the text is malformed
---@return string|integer|nil version the place of the fault, from 1
function core.action_name(text) end

---Takes a pattern of codes apart.
---@param text string
---@param of_items boolean? true for the code of an item, which may be an integer: "10012"
---@return "exact"|"family"|"kind"|"any"|"ok"|nil form
---@return string? name the code, family or kind; the reason, where the text is malformed
---@return integer? place of the fault, from 1
function core.code_pattern(text, of_items) end

---Takes a pattern of scopes apart.
---@param text string
---@return "action"|"prefix"|"service"|"any"|nil form
---@return string? service the reason, where the text is malformed
---@return string|integer|nil action or prefix; the place of the fault, from 1
---@return string? version
function core.scope_pattern(text) end

---Does the code match the pattern?
---@param pattern string
---@param code string? nil for a success
---@param kind string?
---@return boolean? matches
---@return string? problem the pattern is malformed
---@return integer? place of the fault, from 1
function core.code_matches(pattern, code, kind) end

---Does the action match the pattern?
---@param pattern string
---@param action string "service.Action", with a version or not
---@return boolean? matches
---@return string? problem a text is malformed
---@return integer? place of the fault, from 1
function core.scope_matches(pattern, action) end

---A rulebook without rules.
---@return tencentcloud.Rulebook
function core.rulebook() end

return core
