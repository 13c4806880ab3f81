---@meta tencentcloud

-- What `require "tencentcloud"` gives, for editors: nothing here runs. lua-language-server reads it where its settings
-- say so: "workspace.library": ["PATH/library", "PATH/lua"], PATH being a checkout of this project. lua/ holds the
-- classes of what is written in Lua (Rules, Subject, CallError, Pages, ...), annotated where they are made.

---What a code is about.
---@alias tencentcloud.Kind
---|"auth" # who you are could not be verified: signature, token, key, clock
---|"permission" # you may not do this
---|"throttle" # too fast
---|"quota" # too many or too much; waiting alone does not help
---|"parameter" # the request is wrong
---|"not_found" # it does not exist
---|"conflict" # its name, its state or another operation is in the way
---|"sold_out" # the cloud has no more
---|"unavailable" # not available at the moment
---|"billing" # arrears, balance or a closed account
---|"unsupported" # not supported here
---|"timeout" # no answer in time
---|"dry_run" # it would have succeeded, but DryRun was set
---|"internal" # a fault of the service
---|"failed" # it failed, and nothing more is known
---|"client" # no usable API response: a code of this module

---Is another try worth it?
---@alias tencentcloud.Retryable
---|"no"
---|"backoff" # it may pass by itself
---|"throttle" # send more slowly
---|"refresh" # with new credentials or a synchronized clock

---May the request have done something?
---@alias tencentcloud.Executed
---|"no"
---|"maybe"
---|"partly" # of a batch, some items were carried out and others failed: a call's, no code's in the catalog

---How sure the kind is.
---@alias tencentcloud.Source
---|"exact" # reviewed for this code
---|"rule" # by words of its detail
---|"category" # by its category alone
---|"defined" # by this program

---What Response, Object and Array have in common: a view of a place in a body. It reads when it is asked, never
---changes, and keeps its body alive. `#view` counts elements or members; `a == b` if both show the same place.
---@class tencentcloud.View: userdata
---@operator len: integer
local View = {}

---The value that the keys lead to. An integer that the Lua's number does not hold exactly is its decimal text.
---@param ... string|integer names of members, numbers of elements from 1
---@return any value nil if there is none, and for null
function View:get(...) end

---Is there a value, even null?
---@param ... string|integer names of members, numbers of elements from 1
---@return boolean
function View:has(...) end

---The JSON type of the value that the keys lead to; of the view itself without keys.
---@param ... string|integer names of members, numbers of elements from 1
---@return "object"|"array"|"string"|"number"|"boolean"|"null"|nil type nil if there is no value
function View:type(...) end

---Iterates over these fields of each element: `for id, state in res:rows("InstanceSet", "InstanceId", "State") do`.
---An absent or null array has no rows.
---@param array string the field that holds the array; an Array leaves it out
---@param ... string names of the elements' fields, at most 32
---@return fun(): any, ... next the fields' values; the first is tc.null if it is null or absent, the others nil
function View:rows(array, ...) end

---One field of each element.
---@param array string the field that holds the array; an Array leaves it out
---@param field string
---@return any[] values with tc.null for null and absent
---@return integer count how many there are
function View:column(array, field) end

---Iterates over the members in the body's order; over an Array as ipairs.
---@return fun(): string|integer, any next
function View:pairs() end

---Plain tables, equal to what cjson.decode gives, cjson.null and all, but with exact integers.
---@return table
function View:totable() end

---The bytes in the body of the value that the keys lead to.
---@param ... string|integer names of members, numbers of elements from 1
---@return string? json nil if there is no value
function View:json(...) end

---An API response. Fields of the action are read by their documented names, which begin with a capital.
---@class tencentcloud.Response: tencentcloud.View
---@field ok boolean did the request succeed?
---@field code string? the error's code; nil on success
---@field request_id string?
---@field action string? what the request asked, as it was given to tc.parse
---@field error tencentcloud.Error? nil on success
---@field text_fault tencentcloud.TextFault? the first text that is not sound; nil if all are
---@field [string] any a field of the action

---What is wrong with a text of a response: bytes that are not UTF-8, or half of a surrogate pair.
---@class tencentcloud.TextFault
---@field offset integer bytes, counted from 1
---@field line integer counted from 1
---@field column integer characters, counted from 1
---@field what string in a few words

---An object inside a response; its members are fields.
---@class tencentcloud.Object: tencentcloud.View
---@field [string] any

---An array inside a response; its elements are counted from 1.
---@class tencentcloud.Array: tencentcloud.View
---@field [integer] any
local Array = {}

---Iterates over the elements.
---@return fun(): integer, any next
function Array:ipairs() end

---Iterates over these fields of each element: `for id, state in list:rows("InstanceId", "State") do`.
---@param ... string names of the elements' fields, at most 32
---@return fun(): any, ... next the fields' values; the first is tc.null if it is null or absent, the others nil
function Array:rows(...) end

---One field of each element.
---@param field string
---@return any[] values with tc.null for null and absent
---@return integer count
function Array:column(field) end

---What went wrong: what the API reported, or why a body is not an API response (a ClientError). `tostring` gives one
---line for a log, with what the server sent escaped; `a == b` if all parts are the same.
---@class tencentcloud.Error: userdata
---@field code string "ResourceNotFound.TopicNotExist"
---@field category string "ResourceNotFound"
---@field detail string? "TopicNotExist"
---@field message string? for people: it may change at any time, never decide by it
---@field request_id string?
---@field action string? what the request asked, if it is known
---@field kind tencentcloud.Kind
---@field retryable tencentcloud.Retryable
---@field executed tencentcloud.Executed
---@field known boolean is the code in the catalog, or defined by the program?
---@field common boolean may any action return it?
---@field retired boolean does no list declare it any more?
---@field source tencentcloud.Source
---@field description string what the code means
---@field advice string what a person does next
---@field description_zh string the same in Chinese
---@field advice_zh string
---@field entry tencentcloud.ErrorCode what the registry knows of the code
---@field offset integer? the byte of the body where the fault is, from 1
---@field line integer? from 1
---@field column integer? the character in its line, from 1
---@field http_status integer?
---@field response tencentcloud.Response? the body, if it was one although its HTTP status or its Error tells a failure
local Error = {}

---Does the code match?
---@param pattern string "A.B", the family "A.*", the bare "A", the kind "#throttle", or "*" for any
---@return boolean
function Error:is(pattern) end

---What tc.error takes.
---@class tencentcloud.ErrorFields
---@field code string "ClientError.NetworkError"
---@field message string?
---@field request_id string?
---@field action string? "service.Action"
---@field http_status integer?

---The catalog of all actions and error codes, under a program's own definitions.
---@class tencentcloud.Registry: userdata
local Registry = {}

---What is known of a code. One that is not in the catalog gets an entry from its words and category, with `known`
---false.
---@param code string
---@param scope string? "cls", "cls.SearchLog", "cls@2020-10-16.SearchLog": what it means there
---@return tencentcloud.ErrorCode? entry nil if the code is malformed
---@return string? problem
function Registry:lookup(code, scope) end

---What is known of an action.
---@param name string "cvm.RunInstances", or of one version "cvm@2017-03-12.RunInstances"; else the newest
---@return tencentcloud.Action?
---@return string? problem there is no such action; the nearest names
function Registry:action(name) end

---All services.
---@return string[] names sorted
function Registry:services() end

---A service's actions, of all its versions.
---@param service string "cvm"
---@return string[]? names "cvm.RunInstances", sorted
---@return string? problem there is no such service; the nearest names
function Registry:actions(service) end

---The codes that the action declares. No list is complete: the action may return others.
---@param action string "cvm.RunInstances"
---@return string[]? codes sorted
---@return string? problem there is no such action; the nearest names
function Registry:codes(action) end

---The names closest to one with a typing error: codes, actions and services. Takes some milliseconds.
---@param name string without a dot it may be a code's detail, or an action without its service
---@param count integer? at most that many: 5 by default, up to 32
---@return string[] names the nearest first
function Registry:suggest(name, count) end

---Adds a code of the program's own, or replaces what is known of one. A wrong definition raises.
---@param definition tencentcloud.Definition
---@return tencentcloud.ErrorCode
function Registry:define(definition) end

---What Registry:define takes. What it leaves out is what was known, or what follows from the kind.
---@class tencentcloud.Definition
---@field code string
---@field service string? the service that it holds for, or
---@field scope string? the service or action; without either it holds everywhere
---@field kind tencentcloud.Kind?
---@field retryable tencentcloud.Retryable?
---@field executed tencentcloud.Executed?
---@field description string?
---@field advice string?
---@field description_zh string?
---@field advice_zh string?
---@field override boolean? true replaces what is known of the code

---States what the program knows better of an action than the catalog, or of one that the catalog does not know. What
---was defined before holds on; what contradicts it needs override. A wrong definition raises.
---@param definition tencentcloud.ActionDefinition
---@return tencentcloud.Action
function Registry:define_action(definition) end

---What Registry:define_action takes: the action's name, and at least one field. What it leaves out is what was known.
---@class tencentcloud.ActionDefinition
---@field [1] string "cvm.TerminateInstances", "cvm@2017-03-12.TerminateInstances"
---@field idempotent boolean? is doing it twice the same as doing it once? Then it may be sent again
---@field reads boolean? does it change nothing?
---@field client_token boolean? does it take a ClientToken?
---@field dry_run boolean? does it take DryRun?
---@field streams boolean? may it answer with an event stream?
---@field version string? "2017-03-12": one that the catalog has; of an action that it does not know, what is sent
---@field paging tencentcloud.Paging? fields that are laid over what is known; false takes one away
---@field override boolean? true replaces what was defined otherwise before

---What the registry knows of one code. The same code is the same object while something holds it.
---@class tencentcloud.ErrorCode: userdata
---@field code string
---@field category string
---@field detail string? nil for a category alone
---@field kind tencentcloud.Kind
---@field retryable tencentcloud.Retryable
---@field executed tencentcloud.Executed
---@field source tencentcloud.Source
---@field known boolean is it in the catalog, or defined?
---@field common boolean may any action return it, whatever the action declares?
---@field retired boolean does no list declare it any more?
---@field scope string? the service or action that this holds for; nil if it holds everywhere
---@field description string what it means
---@field advice string what a person does next
---@field description_zh string
---@field advice_zh string
local ErrorCode = {}

---The services with an action that declares the code.
---@return string[] names sorted
function ErrorCode:services() end

---The actions that declare the code. Looks at all of them: some hundred microseconds.
---@return string[] names as Registry:action takes them
function ErrorCode:actions() end

---What the registry knows of an action. `a == b` if they are the same action of the same version.
---@class tencentcloud.Action: userdata
---@field service string "cvm"
---@field version string? "2017-03-12"; nil if the program defined the action without one
---@field name string "RunInstances"
---@field reads boolean does it change nothing?
---@field idempotent boolean is doing it twice the same as doing it once? Only a definition says so
---@field has_client_token boolean does it take a ClientToken?
---@field dry_run boolean does it take DryRun?
---@field streams boolean may it answer with an event stream?
---@field paging tencentcloud.Paging? nil if it does not page
---@field sites string[]? those that have it: "mainland", "international"; nil if only the program defined it
---@field status "online"|"deprecated"|"offline"|nil nil if it is retired, or if only the program defined it
---@field retired boolean is it in no list any more?
local Action = {}

---Does the action's list have the code? No list is complete: false is not "impossible".
---@param code string
---@return boolean
function Action:declares(code) end

---The codes that it declares.
---@return string[] codes sorted
function Action:codes() end

---How an action pages: the paths of the fields that do it, such as "Filter.Offset" and "Result.Content", and what is
---known of their numbers.
---@class tencentcloud.Paging
---@field kind "offset"|"page"|"token" the way to begin with; an action may have the fields of several
---@field offset string? of the request: how many items to skip; pages, if it counts them
---@field limit string? of the request: the page's size, beside an offset or a token
---@field page string? of the request: the page's number
---@field size string? of the request: the page's size
---@field token string? of the request
---@field next string? of the response: the token of the next page
---@field list string? of the response: the items
---@field total string? of the response: how many items there are in all
---@field more string? of the response: a flag that is true while there is more
---@field over string? of the response: a flag that is true at the end
---@field first integer? the number of the first page; nil if it is not known
---@field counts "items"|"pages"|"unsure"|nil what `offset` counts
---@field strings table<string, boolean>? those of the request's fields above that are sent as text
---@field ends_with string[]? codes that mean "no more"
---@field lists string[]? the lists of the response, if it is not certain which one holds the items; then `list` is nil

---`tc.retry`, or `tc.retry{...}`: send again later.
---@class tencentcloud.Retry: tencentcloud.Outcome
---@overload fun(options: tencentcloud.RetryOptions?): tencentcloud.Outcome

---@class tencentcloud.RetryOptions
---@field kind "throttle"|"busy"|"backoff"|nil which delays; by default those of the failure
---@field after number? seconds to wait, instead of the computed delay
---@field attempts integer? how many requests the call may make at most
---@field backoff {base: number?, cap: number?}? seconds, instead of those of the settings
---@field unsafe boolean? send again though the request may have been carried out

---`tc.refresh "credentials"`: send again with what is new; once for each in a call.
---@class tencentcloud.Refresh: tencentcloud.Outcome
---@overload fun(what: "credentials"|"clock"|"endpoint"): tencentcloud.Outcome

---`tc.wait`, or `tc.wait{...}`: not the wanted response yet, ask again.
---@class tencentcloud.Wait: tencentcloud.Outcome
---@overload fun(options: tencentcloud.WaitOptions?): tencentcloud.Outcome

---@class tencentcloud.WaitOptions
---@field every number? seconds between two requests
---@field backoff {base: number?, cap: number?}? seconds, instead of `every`: they grow from base to cap, with jitter
---@field deadline number? seconds from the start of the call, its retries included
---@field unsafe boolean? ask again though the request may have been carried out

---`tc.amend{ Field = value }`: send a changed request.
---@class tencentcloud.Amend: tencentcloud.Outcome
---@overload fun(params: table<string, any>, options: tencentcloud.AmendOptions?): tencentcloud.Outcome

---@class tencentcloud.AmendOptions
---@field attempts integer? how many requests the call may make at most
---@field unsafe boolean? send again though the request may have been carried out

---`tc.ok`, or `tc.ok(value)`: count it as a success; the call returns the value. A table is copied and reads like a
---Response.
---@class tencentcloud.Ok: tencentcloud.Outcome
---@overload fun(value: any): tencentcloud.Outcome

---`tc.ignore` or `tc.fail`, alone or with a reason.
---@class tencentcloud.Ending: tencentcloud.Outcome
---@overload fun(reason: string?): tencentcloud.Outcome

---`tc.forbid`, alone or with a reason, and with the seconds after which another try makes sense.
---@class tencentcloud.Forbid: tencentcloud.Outcome
---@overload fun(reason: string?, options: tencentcloud.ForbidOptions?): tencentcloud.Outcome

---@class tencentcloud.ForbidOptions
---@field retry_after number? seconds

---@class tencentcloud
---@field _VERSION string the version of this module, such as "0.2.0"
---@field null lightuserdata what stands for JSON's null in tables, rows and columns: cjson.null
---@field registry tencentcloud.Registry the module's own, which errors ask
---@field retry tencentcloud.Retry send again later: tc.retry{ attempts = 6 }
---@field refresh tencentcloud.Refresh send again with something new: tc.refresh "credentials"
---@field wait tencentcloud.Wait not the wanted response yet: tc.wait{ every = 2 }
---@field amend tencentcloud.Amend send a changed request: tc.amend{ Zone = "ap-guangzhou-6" }
---@field ok tencentcloud.Ok count it as a success: tc.ok{ InstanceSet = {} }
---@field ignore tencentcloud.Ending failed, kept out of the statistics, never sent again
---@field fail tencentcloud.Ending give up: the call returns nil and an error
---@field forbid tencentcloud.Forbid give up, whatever any other rule says
local tencentcloud = {}

---Reads an API response. Never raises for any bytes.
---@param body string at most 256 MiB
---@param action string? "service.Action" or "service@version.Action", for errors and rules
---@param http_status integer? 100 to 999
---@param options {strict: boolean?}? the last argument; strict: refuse texts that are not sound
---@return tencentcloud.Response? response nil if the body is not an API response
---@return tencentcloud.Error? err what is wrong, and where
function tencentcloud.parse(body, action, http_status, options) end

---What parse and three look-ups give, without making a Response.
---@param body string at most 256 MiB
---@param action string? "service.Action", for the error
---@param http_status integer? 100 to 999
---@param options {strict: boolean?}? the last argument; strict: refuse texts that are not sound
---@return boolean? ok nil if the body is not an API response
---@return string|tencentcloud.Error|nil code nil on success; what is wrong, if ok is nil
---@return string? request_id
function tencentcloud.check(body, action, http_status, options) end

---An error of the program's own, such as ClientError.NetworkError for a request that got no response.
---@param fields tencentcloud.ErrorFields
---@return tencentcloud.Error
function tencentcloud.error(fields) end

---Another registry on the same catalog, without definitions.
---@return tencentcloud.Registry
function tencentcloud.new_registry() end

---Reads a response that is an event stream: `for event, err in tc.events(next_chunk, action) do`. If something is
---wrong, the last turn gives false and the error.
---@param source string|table|userdata|fun(): string?, any the whole stream; or a function, or what can be called like
---one, that gives the next chunk, cut anywhere, and nil at the end, or nil and what went wrong. Its method `close`, if
---it has one, is called at the end
---@param action string? "service.Action", for the errors
---@param options {strict: boolean?}? the last argument; strict: refuse texts that are not sound
---@return fun(): tencentcloud.Response|false|nil, tencentcloud.Error?
---@return tencentcloud.EventStream
---@return nil
---@return tencentcloud.EventStream the same, which Lua 5.4 closes where the loop is left
function tencentcloud.events(source, action, options) end

---A set of rules: what to do for each action and code.
---@param settings tencentcloud.RuleSettings?
---@return tencentcloud.Rules
function tencentcloud.rules(settings) end

---The items of a list, page after page: `for item in tc.pages(send, "cvm.DescribeInstances") do`.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table? of the first request; a page size belongs here
---@param options tencentcloud.PagesOptions?
---@return tencentcloud.Pages
function tencentcloud.pages(send, action, params, options) end

---Sends the request until the condition holds for the response. every: seconds between two requests, 2 by default; or
---backoff: seconds that grow from base to cap; first: seconds before the first request; deadline: seconds in all,
---retries included, 300 by default; on: rules for this call alone, { [code] = outcome }; and the options of a call.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string a reading one, such as "cvm.DescribeInstances"
---@param params table?
---@param condition fun(response: tencentcloud.Response, success: tencentcloud.Subject): any
---@param options table? every, backoff, first, deadline, rules, on, and those of a call
---@return any response the one that the condition held for; nil on failure
---@return tencentcloud.CallError? err
function tencentcloud.wait_until(send, action, params, condition, options) end

---A guard for rules:before that holds requests back, so that no more than so many are sent in a second. adaptive: it
---follows the service's throttling.
---@param options tencentcloud.RateLimitOptions
---@return tencentcloud.RateLimit
function tencentcloud.rate_limit(options) end

---A guard for rules:before that lets no more than so many requests run at once.
---@param options tencentcloud.ConcurrencyOptions
---@return tencentcloud.Concurrency
function tencentcloud.concurrency(options) end

---A guard for rules:before that refuses requests for a while after outages.
---@param options tencentcloud.BreakerOptions?
---@return tencentcloud.Breaker
function tencentcloud.breaker(options) end

---A list of responses and faults that stands for the network, for tests of rules. No time passes.
---@param answers tencentcloud.ScriptAnswer[] in the order in which they arrive
---@param options {random: number?, time: number?}? random: in [0, 1], 1 by default; time: seconds since 1970
---@return tencentcloud.Script
function tencentcloud.script(answers, options) end

return tencentcloud
