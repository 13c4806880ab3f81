-- The words that the rules of the classification know, each in one form, with its other spellings: irregular forms,
-- synonyms, and typing errors of more than one letter. Regular endings, one wrong letter, and words written without a
-- capital between them are understood by catalog/words.lua.
local lexicon = {
  FILLER = "", -- the form of words that say nothing at all and are left out
  form_of = {}, -- each spelling's form
  spellings = {}, -- all of them, sorted
}

-- form: other spellings.
local FORMS = [[
ability: capability
abnormal: abnormity unhealth unhealthy unnormal
accessible: reachable
account: accounts acct uin uins
activate: activated enroll enrolled
active: actived actives
agreement: promise protocol
alive: live living
allow: allowable allowed allows
already: alread alreay alredy
amount: amounts
api: apis interface
applicable: apply
approve: approval approved
arrears: arrear arrearage debt owe owed owing
associate: association associations link relate
associated: linked related
attach: attaching attachment attachments
attached: mounted
audio: audios sound speech voice
audit: audited review reviewed
authenticate: authenticat authentication authn
authorize: atuh auth autho authorise authorizate authorization authorizations
authorized: authed authenticaed authenticated authorised
available: avaible availability avaliable
backend: backends downstream upstream
balance: balances banlance
bill: billed billing
bind: binding bindings binds
blacklist: black
bound: binded
call: callings calls invocation
cam: acl rbac
canceled: cancelled
cannot: cannnot cant
certificate: cert certificates certs crt
certify: certification certified
change: changed modification modified modify
character: char characters charcter chars
charge: charged charging
close: shut shutdown
cluster: clusters
code: codes
complete: completed completion
component: components microservice
concurrent: concurrence concurrency concurrently parallel parallelism
config: cfg conf configs configuration configuration
conflict: collision confict conflicting
connect: conn connected connection connections
consistent: consist
content: contents
control: ctrl
count: cnt counter counts
crash: corrupt corrupted corruption crashed panic
credential: credentials
current: cur now present
damage: broken damaged
database: db
day: daily
deal: order orders
delete: del deletion destory remove terminate
deleted: erased removed
deny: deney denial denied denies
detach: detached
detect: detected detection
device: devices
disable: disabled disabling
domain: domains
duplicate: dup duplicated duplicates duplicating duplication redundant reduplicate repeat repeated repeatedly
duplicate: repetition repetitive twice
empty: blank
enable: enabled
enough: sufficient
error: err errors
exceed: beyond excced excceed exceded exceeded exceeding exceeds execeed exeed exeeded overrun surpass
exception: exceptions
execute: executed execution
exhaust: depleted exhausted runout
exist: existed existence existent existing exists exsist exsit exsited
exit: exits ext
expire: expiration expired expires expiring expriation lapsed outdated overdue
face: faces
fail: faild failded failed fails failure failures falied feild unsuccessful unsuccessfully
feature: features
fee: fees
fewer: lower shorter smaller under
field: fields
file: files
find: finded found fount
finish: finishing
flow: procedure workflow workflows
forbid: ban banned bans forbidded forbidden forbided prohibit prohibited prohibition
format: fmt formatted fromat
freeze: freezed froze frozen
frequency: freq frequencies
frequent: fast frequently often quickly
function: func functions
fund: funds
gray: grey
group: groups
have: had has having
hour: hourly
http: https
icp: beian
id: ids
identical: equal same
illegal: ilegal illeagl
image: images img photo photos pic pics picture
inactive: inactivated
inconsistent: inconsist inconsistency
initialize: init initial initialised initialization initialized
instance: ins inst instances
insufficient: insufficent scarce shortage
internal: inner intern
interrupt: interrupted
invalid: bad fault faulty inavild inavlid incorrect invaild invali invalidated ivadlid unusable
ip: ips
isolate: isolation
item: items
key: keys
lack: lacking lacks less
large: big huge
length: legnth len
license: licence licenses
limit: lim limitation limitations limited limits limt restrict restricted restricting restriction restrictions
loadbalance: loadbalancer loadbalancing
lock: locked locker locking
login: logged logon signin
long: lang
main: master
maintain: maintaining maintenance
malformed: unfeasible
marshal: deserialize serialize unmarshal
match: matched matches matching
maximum: max maximal
minimum: min minimal
minute: minutes
mismatch: dismatch mismatched missmatch
missing: miss missed
mode: modes
money: cash
month: monthly
more: bigger greater higher larger longer than
multi: multiple several
must: need needed needs require required requirement requires should
mutex: exclusive mutual
name: names
network: networks
no: none without
node: nodes
normal: healthy
not: didnt doesn doesnt dont isnt neither never non nor notin wont
notify: notification notifications notifying
null: nil nul
number: num numbers nums quantity
object: objects
offline: deprecated discontinued obsolete
old: outmoded
one: single
ongoing: activating allocating backuping building cloning closing creating deleting delivering deploying destroying
ongoing: doing downloading draining executing exporting graying handling importing initializing installing launching
ongoing: merging migrating modifying opening operating pausing processing publishing rebooting recovering registering
ongoing: reinstalling releasing reloading rendering repairing rescuing resetting restarting restoring resuming
ongoing: retrying rollbacking rotating runing running scaling scanning starting stopping syncing terminating training
ongoing: transcoding transferring transitioning updating upgrading uploading
only: just
open: opened
operate: action actions op opeartion oper operat operation operations opertaion
other: another different others
overflow: overfull
overlap: overlapped overlapping
overload: overloaded
oversize: oversized
owner: belong belonging belongs own owned ownership
package: pack packages pkg
page: pagination
parameter: arg args argument arguments para param parameters params paramter paras parase parm
parse: decode decoding decrypt encode encoding parser parsing
password: passwd passwords pwd
pay: paid payed paying payment pays
pending: penging
permission: authorities authority pemission permision permissions permit permited permitted permmit priv privilege
permission: privileges promission promissions
policy: policies strategies strategy
process: processed
product: products
progress: inprogress
protect: protected protection
purchase: bought buy purchased
query: check describe download fetch get list read select
queue: queued queuing
quota: quata quotas
range: ranges
reach: reached
ready: allready
record: records
recover: recovered recycle recycled
refer: depend dependence dependencies dependency dependent depends reference referenced references referred referring
region: regions
register: registration
registered: reged registe
reject: refusal refuse refused rejected rejection
request: req reqs requests requst
resolution: pixel
resource: res resouce resources resourse
right: rights
risk: evil malicious
role: roles
row: rows
rpc: grpc
rule: rules
search: searched
second: seconds
secret: secretid secretkey
self: yourself
send: sent
sensitive: porn
server: servers svr
service: serivce services srv svc
session: sessions
signature: sig sign signed signing
size: sizes
sold: sellout soldout
stat: stats
state: states
status: statuses
stock: inventory
stop: halt
stopped: stoped
store: cache ckafka cos es hbase hdfs kafka mongo mongodb mysql oss redis sql storage
subnet: subnets
subscribe: subscribed subscription subscriptions
success: succeed successful successfully
support: suport supporte supported supporting supportive supports
suspend: pause paused suspended suspension
syntax: grammar
system: sys systems
task: job jobs tasks
temporary: temporarily transient
terminated: destoryed destroy destroyed
third: thirdparty
throttle: slowdown throttled throttling
time: times
timeout: overtime timedout timeouts
token: tokens
tps: rpm
try: retry
type: types
unauthorized: unauth unauthed unauthorised
unavailable: inaccessible inavailable unaccessible unavaliable unreachable
unbind: disassociate unassociate unbinding
unbound: unassociated unbinded
unexpected: unexcepted
unfinished: uncomplete uncompleted undone
unhandled: uncaught
uninitialized: uninit uninitialised
uninstall: uninstalled
unique: uniqueness
unit: units
unknown: nuknown undefiend undefined unidentified unknow unkonw unkown unrecognizable unrecognized
unlock: unlocked
unregistered: notregistered
unsupported: nonsupport unsuporrt unsuport unsupport
update: updated
upgrade: upgraded
upload: uploads
url: uri urls
use: inuse using
used: inused occupied occupies occupy
user: users
valid: validity
value: values
verify: verification verified verifying
version: versions
video: videos
violate: violated violation
wait: waited waiting
week: weekly
whitelist: wcard white
wrong: incorrectly mistake mistaken
zone: zones
]]

-- Forms without another spelling. Some stand here only so that they are not taken for a mistyped other word.
local PLAIN = [[
accept access add added admin again agent architecture attack autoscaling balancer bandwidth below bidding block body
busy cancel capacity card cidr client closed cloud coexist context contexts corp correct country cover create created
credit data date dead deadline default discount dispatch downgrade dry duration early edition end ended endpoint
endpoints enter enterprise environment exec exited expand few financial finished free full generate health hit host
identity in incomplete infos inter intercept international internet interval invoice isolated keyless language late
later least left low mail many merchant mfa model models much namespace negative note notice offering offset on once
online operator out over payload period plan platform position preset private profile project projects qps quality
rate rating ratio real realname relay release released remote renew renewed replay reply result reuse sale searches
serverless set setting short side slow small span stable start started sub such tag template timed timestamp too topic
topics traffic transition unable unicast unicom uniform union unisolate universal unlink unpaid unregister unshare
unsigned unstable unsubscribe up upper vendor wildcard workload zero
]]

-- What says nothing.
local FILLERS = "is be been being are was were the of to for this that its it your by"

local function note(spelling, form)
  local known = lexicon.form_of[spelling]
  if known == form then return end
  assert(not known, ("%s is a form of two words, %s and %s"):format(spelling, tostring(known), form))
  table.insert(lexicon.spellings, spelling)
  lexicon.form_of[spelling] = form
end

for form, others in FORMS:gmatch "(%l+):([^\n]*)" do
  note(form, form)
  for spelling in others:gmatch "%l+" do note(spelling, form) end
end
for form in PLAIN:gmatch "%l+" do note(form, form) end
for spelling in FILLERS:gmatch "%l+" do note(spelling, lexicon.FILLER) end
table.sort(lexicon.spellings)

return lexicon
