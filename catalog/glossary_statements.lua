-- The words of the glossary that say something of those before them: what is wrong, what may not be, in what state
-- things are. For the form see catalog/glossary.lua.
return {
  -- That something is not there, or is there.
  { "states", [[
not exist, not exists, not existed, not exit, not exsit, no exist, no exists, non exist,
not existing = not found: 不存在
is not exist, is not exists, does not exist, do not exist, does not exists, dose not exists, do not exists,
dose not exist = not found: 不存在
not exist error, non existent, nonexistent, inexistent, inexistence, no existed, not exits,
not exited = not found: 不存在
not found, not find, no found, is not found, not fund, not be found, not fount, notfound, unfound = not found: 未找到
can not find, cannot find, cant find, can not found, cannot found, not be find = not found: 未找到~|未找到
]] },

  { "states", [[
not exist in, not exists in, not existed in, is not exist in = not found in: 不存在于~|不存在; not found in: 未在~中找到|未找到
not exist or = not found or: 不存在或; not found or: 未找到或
already exists, already exist, already existed, alread exist, all ready exist, has exist, has existed, has exists,
exist already, exists in already,
is exist, is exists, is existed, is already exist, is already exists, exists already, have existed,
has already exist, has already existed, had exist, aleady exist, already exits = already exists: 已存在
exist under, exists under = exists under: 已存在于
already existed in, has existed in, exist in, exists in, existed in, already exist in,
already exists in = exists in: 已存在于;
already used, already in use, is used, has been used, already using, used already = already in use: 已被使用
in use, is in use, in used, being used, is using, in using = in use: 使用中
in use by, used by, is used by = in use by: 被~使用|已被使用; used in, is used in = in use in: 已用于~|已被使用
occupied, is occupied, been occupied, already occupied: 已被占用; used: 已使用
not used, not in use, unused, no use = not in use: 未使用
in conflict, conflict, conflicts, conflicted, confict, conflicting = conflict: 冲突
conflict with, conflicts with: 与~冲突|冲突; is conflict, has conflict = conflict: 冲突
overlap, overlapped, overlaps = overlaps: 重叠; overlap with: 与~重叠|重叠; not unique, is not unique: 不唯一; unique: 唯一
]] },

  -- What is left out before another statement.
  { "vague", [[
invalid, invaild, inavlid, invali, invlid, invaid, invalide = invalid: ~无效|无效
illegal, illegle, ilegal, illlegal = illegal: ~不合法|不合法
is invalid, are invalid, is not valid, not valid, no valid, not validate, not invalid = invalid: ~无效|无效
is illegal, not legal, unlegal, is not legal = illegal: ~不合法|不合法
]] },

  -- What stands before the things that it is said of.
  { "front", [[
duplicate, duplicated, duplication, dup, repeat, repeated, repetition, duplicates = duplicate: ~重复|重复
wrong, incorrect, not correct, is wrong, is incorrect, error of = wrong: ~不正确|不正确; bad: ~错误|错误
too many, too much, toomany, toomuch: ~过多|过多; too few, too less = too few: ~过少|过少
not enough, is not enough, insufficient, in sufficient, no enough, notenough, inadequate, not sufficient,
insuffcient, insuffient = insufficient: ~不足|不足
]] },

  -- What stands before the things that it is said of where any follow: "topic exists", "existing topic name".
  { "middle", [[
exist, exists, existed, exsit, existing = existing ~|exists: ~已存在|已存在
abnormal, not normal, unnormal, unusual, anomaly = abnormal: ~异常|异常; empty, null, nil, blank = empty: ~为空|为空
]] },

  -- What else for a request's parameters: they must not be empty, while a bucket that is not empty cannot be deleted.
  { "asks", [[
not empty, not null, is not empty, non empty, not blank = is not empty|must not be empty: 不为空|不能为空
]] },

  -- What is wrong with a value.
  { "states", [[
param error, params error, parameter error, parameters error, parameter invalid, param invalid, params invalid,
parameters invalid = wrong parameter: 参数有误
invalid param, invalid params, invalid parameter, invalid parameters, illegal param, illegal parameter,
illegal params = invalid parameter ~|wrong parameter: ~参数无效|参数有误
invalid parameter value, illegal parameter value = invalid parameter value ~|wrong parameter value: ~参数取值无效|参数取值有误
invalid parameter conflict, parameter conflict, params conflict = parameters conflict: 参数冲突
invalid parameter combination = wrong combination of parameters: 参数组合有误
unsupported operation, unsupported operation error, operation not supported, operation unsupported,
not support operation = operation not supported: 不支持该操作; malformed, mal formed: ~格式错误|格式错误
format error, format invalid, format wrong, format illegal, format incorrect = malformed: 格式错误
invalid format, wrong format, error format, format err, illegal format = malformed: 格式错误
is empty, is none, is null, is nil, is blank = is empty: 为空;
can not be empty, cannot be empty, can not empty, can not be null, cannot be null, must not be empty,
must not empty, not allow empty, not allowed empty, not allow null, not empty allowed, cannot empty, can not be nil,
should not be empty, must not blank = must not be empty: 不能为空
missing, miss, lack, lack of, missed, lacking, lost = missing: 缺少~|缺失
is missing, is required, required = required: 必填; is lack = missing: 缺失; must be: 必须为; must: 必须; should: 应
should be: 应为; must not, must not be: 不得; too long, is too long, tolong, toolong, overlong: ~过长|过长; too short: ~过短|过短
too large, toolarge, is too large, too big: ~过大|过大; too small, is too small: ~过小|过小
too low: ~过低|过低; too high: ~过高|过高
too old: ~过旧|过旧; too late: 过晚; too early: 过早; too fast, too quickly: 过快
too often, too frequent, too frequently, is too often: ~过于频繁|过于频繁; too complex: 过于复杂; too close: 过近; too busy: 过于繁忙
too slow: 过慢; too near: 过近; too soon: 过早
not math, mismatch, mismatched, mis match, unmatch, unmatched, dismatch, not match, not matched, is not match,
no match, not matches, does not match, do not match, not matching, is not matched,
missmatch = does not match: 与~不匹配|不匹配; not match with, mismatch with = does not match: 与~不匹配|不匹配
inconsistent, not consistent, inconsistency, not same, not the same, is not same,
is not consistent = inconsistent: ~不一致|不一致
inconsistent with, not consistent with, different from, not same with, not same as = differs from: 与~不一致|不一致
not equal, not equals, is not equal, unequal, not equal to = not equal: 与~不相等|不相等; same: 相同; identical: 相同
equal, equals: 相等; must equal: 必须等于; not zero: 不为零; unreal name = not verified: 未实名; edited: 已编辑; resolved: 已解析
out of range, over range, not in range, out range, beyond range, exceed range, outof range,
outofrange = out of range: ~超出范围|超出范围
out of limit, over limit, exceed limit, exceed limits, limit exceeded, limit exceed, exceeds limit, exceeded limit,
over the limit, out limit, beyond limit, limit error, reach limit, limit reached, reached limit, exceed the limit,
out of limits, overlimit, is limited, limit over, limit exceeds, limits exceeded, exceed limited,
exceed limit error, limit excceeded, has limit exceeded, reach the limit, reaches limit = over the limit: ~超出限制|超出限制
upper limit, over upper limit, exceed upper limit, reach upper limit, reached upper limit, upper limit exceeded,
exceed the upper limit, out of upper limit = over the upper limit: ~达到上限|达到上限
quota limit exceeded, quota exceeded, exceed quota, over quota, quota exceed, exceeded quota, out of quota,
quota limit, exceed quota limit, quota exceeds, quota limited, over quota limit,
exceeds quota = over the quota: ~超出配额|超出配额
max limit, max limited, exceed max, over max, exceed maximum, exceed max limit, exceed maximum limit, exceeds max,
over max limit, maximum exceeded, maximum limit exceeded, max limit exceeded = over the maximum: ~超出最大值|超出最大值
exceed, exceeds, exceeded, exceeding, excced, exceded, excceed, over, beyond, overs,
execeed = exceeds ~|exceeded: 超出~|超出限制
limited, restricted, restriction = limited: 受限; reached, reach = reached: 达到~|已达到
oversize, oversized, over size, size over limit, size exceed, size exceeded, over sized = too large: ~过大|过大
overflow: 溢出
num exceed, number exceed, num exceeded, count exceed, num exceed limit, number exceed limit, count exceeded,
number exceeded, num limit exceeded, number limit exceeded, count limit exceeded, count exceed limit,
num over limit, number over limit, count over limit, number limit exceed, num limit exceed, count limit, num limit,
number limit, amount exceeded, amount limit exceeded, quantity exceeded, amount limit, num limited,
num out of limit, count out of limit, num beyond limit, quantity exceeded limit, number exceeded limit,
count exceeded limit, num exceeded limit = count over the limit: 数量超出限制
frequency limit, freq limit, frequency over limit, freq over limit, over frequency, frequency exceeded, freq ctrl,
frequency limited, frequency limit exceeded = over the frequency limit: 频率超出限制
less than: 小于~|过小
greater than, more than, larger than, bigger than: 大于~|过大; less than or equal: 小于等于; not less than: 不小于
not greater than: 不大于; not more than: 不超过; at least: 至少; at most: 至多
expired, has expired, is expired, already expired, has been expired, expire, out of date, outdated, overdue,
over due, outofdate, expires = expired: ~已过期|已过期; not expired: 未过期; unexpired: 未过期; deadline exceeded: 超时
contain, contains, include, includes, including = contains: 包含
not contain, not contains, not include, not included = does not contain: 不包含
not in, not within, is not in = not in: 不在~中|不在; not in list: 不在列表中; not in scope: 不在范围内
not in white list, not in whitelist, not whitelist, not white list, not in the white list, out of whitelist,
not in allow list, no white list, not in whitelisted = not in the whitelist: 不在白名单中
in black list, in blacklist, in blocklist = in the blacklist: 在黑名单中; poor, low, is low = low: 低; zero: 零
negative: 为负; parse error, parse failed, parsing failed, resolve failed: 解析失败
]] },

  -- What keeps a deed from being done: "CreateTopicFailed" is "creating topic failed".
  { "hinders", [[
unsupported, unsupport, un support, un supported, nonsupport, not supported, not supports, is not supported,
not surpport, not suport, notsupport, notsupported, un supports, unsupportted,
unspported = unsupported ~|not supported: 不支持~|不支持
not be supported, is not support = not supported: 不支持
not support, do not support, does not support, no support, donot support,
dont support, doesnt support, don t support, not currently supported,
not yet supported = does not support ~|not supported: 不支持~|不支持
temporarily not support = not supported at the moment: 暂不支持~|暂不支持
not allow, not allowed, is not allowed, not be allowed, disallow, disallowed, not allows, do not allow,
does not allow, unallowed, not permit, not permitted, is not allow, no allow, no allowed, not permission,
disallows = not allowed to ~|not allowed: 不允许~|不允许
not allow to, not allowed to, is not allowed to = not allowed to: 不允许~|不允许; allow, allowed, permit, permitted: 允许
only allow, only allowed: 仅允许
forbidden, forbid, forbided, is forbidden, forbiden, prohibited, prohibit, banned, ban, is banned,
is forbid = forbidden: 禁止~|被禁止
denied, deny, is denied, rejected, reject, rejection, refused, refuse, been rejected, be rejected,
is rejected = denied: ~被拒绝|被拒绝
failed, fail, failure, falied, fails, faild, faied, fali = failed to ~|failed: ~失败|失败
is failed, has failed, was failed = failed: 失败; failed to, fail to, failed in = failed to: ~失败|失败
timeout, time out, timed out, is timeout, time outs, timeouts, timedout = timed out: ~超时|超时
]] },

  -- What may not be, what does not work, what state things are in.
  { "states", [[
only support, only supports, only supported = only supports: 仅支持~|仅支持
supported, support, supports, is supported, surpport, surport, suport = support: 支持
permission denied, permission deny, no permission, not have permission, has no permission, have no permission,
without permission, lack permission, no permissions, permission error, no privilege, no privileges, no authority,
not permissions, access denied, no access permission, no right, no rights, no auth permission,
insufficient permission, permission denied error, permission not enough, not has permission,
permission insufficient, no permission error, insufficient permissions,
no access right = no permission ~|no permission: 没有~的权限|没有权限
no permission to, no authority to, no privilege to, not permission to, no permission for, has no permission to,
not have permission to = no permission to: 没有~的权限|没有权限
non authorize, unauthorized, un authorized, unauth, not authorized, not auth, no auth, is not authorized,
not authorize, unauthorized operation, un authorize, not authed, no authorized, unauthorised, not authorization,
un auth, unauthorize, has no auth, not be authorized, ungranted, not granted, no authorization,
unauthed = not authorized: 未授权~|未授权; authorized, authed, is authorized: 已授权
auth failed, auth fail, auth failure, auth error, authentication failed, authentication failure,
authentication error, authenticate failed, authorize failed, authorization failed = authentication failed: 鉴权失败
not authenticated, unauthenticated, not certified, not authentication, not real name, no real name, no realname,
not realname, not real named = not verified: 未认证; authenticated, verified, is verified: 已认证
not verified, unverified, not verify = not verified: 未验证
unsuccessful, not success, not successful, unsuccess = failed: 未成功; success, succeed, succeeded, successful: 成功
unavailable, not available, is not available, unavaliable, un available, not avaliable, is unavailable,
unavailiable, inavailable, not be available, not avalible, unaccessible, inaccessible, not accessible,
not accessable, unusable, not usable, cannot use, can not use, can not be used,
cannot be used = not available: ~不可用|不可用; no available, no avaliable = no available: 无可用
available, avaliable, usable: 可用; no access: 无访问权限; out of: 超出~|超出; matched: 匹配; reported: 被举报
is abnormal = abnormal: 异常
exception, exceptional = exception: 异常; unhealthy, un health, un healthy, unhealth, not healthy: 不健康; normal: 正常
is normal: 正常; busy, is busy, in busy: 繁忙
not ready, not allready, is not ready, unready, not be ready, no ready: 未就绪; ready: 已就绪
running, is running, in running, runing, already running: 运行中; not running, is not running, not run: 未运行
not start, not started: 未启动
in progress, is in progress, processing, in process, is processing, in processing,
under processing = being processed: 处理中
process running = process running: 进程运行中
creating, is creating, in creating, on creating: 创建中; deleting, is deleting, in deleting: 删除中
updating, modifying, is updating: 更新中; executing, is executing, in execution, being executed = executing: 执行中
operating, is operating, in operation: 操作中; pending, is pending: 等待处理; deploying, is deploying, in deploying: 部署中
migrating, is migrating: 迁移中; starting: 启动中; stopping: 停止中; upgrading, is upgrading: 升级中; terminating: 销毁中
isolating: 隔离中; installing: 安装中; transferring: 转移中; reviewing, in review, under review, is reviewing: 审核中
initializing, in init, is initializing: 初始化中; restarting, rebooting: 重启中; rolling back: 回滚中; using, in the use: 使用中
publishing: 发布中; sold out, is sold out, soldout, sell out, sale out, sold outs: 已售罄; out of stock: 无库存
exhausted, is exhausted, used up, run out, exhaust, ran out: 已用尽
in arrears, arrears, arrear, in arrear, is in arrears, overdue payment, owed, owe fee, owe, owing,
is arrears = in arrears: 已欠费
isolated, is isolated, been isolated, has isolated, has been isolated, already isolated: 已隔离; not isolated: 未隔离
suspended, is suspended = suspended: 已停用
frozen, freezed, is frozen, be frozen, is freeze, has been frozen = frozen: 已冻结
unpaid, not paid, not pay, no pay: 未支付; paid, already paid, has paid: 已支付
insufficient balance, balance insufficient, balance not enough, balance is not enough, not enough balance,
no balance, no enough balance, insufficient account balance, account balance insufficient,
account balance not enough, banlance not enough, insuffcient balance, low balance = insufficient balance: 余额不足
stop service, out of service, service stop, service stopped, stopped service = service stopped: 服务已停用
closed, is closed, has closed, has been closed, already closed: 已关闭; not closed, not close: 未关闭
locked, is locked, been locked, be locked, has been locked, already locked, has locked, in lock: 已锁定
unlocked, not locked, not lock: 未锁定
disabled, is disabled, has been disabled, already disabled, is disable = disabled: ~已停用|已停用
not enable, not enabled, is not enable, is not enabled, unenabled = not enabled: ~未启用|未启用
enabled, is enabled, already enabled, already enable, has enabled, has been enabled: 已启用
opened, already opened, already open, is opened, has opened, has open, has been opened: 已开通
activated, already activated, active, is active: 已激活
not active, inactive, not activated, not actived, unactivated, not activate, un activated, inactivated, unactive,
is not activated, is not active, deactivated: 未激活
not open, not opened, un opened, unopened, un open, not be opened, is not open, no open, unopen, is not opened,
not open service = not activated: ~未开通|未开通
not purchased, no purchased, not purchase, not bought, not buy, unpurchased = not purchased: 未购买; not subscribed: 未订阅
purchased: 已购买; not registered, not register, unregistered, un registered, is not registered: 未注册
registered, is registered, already registered, has registered, reged, already register: 已注册
not bind, not bound, unbound, not binded, not binding, is not bind, unbinded, no bind, is not bound,
not be bound = not bound: 未绑定~|未绑定; bind to, bound to, is bound to: 绑定到~|已绑定
bound, binded, already bind, is already bind, is already bound, is already binded, already bound, already binded,
is bound, has bind, has bound, has been bound, is binded, is bind, has binded, been bound,
already binding = already bound: 已绑定~|已绑定
associated, already associated, is associated, has been associated, related, linked, has associated = associated: 已关联
not associated, not related, not linked, disassociated, no associated = not associated: 未关联
associated with, related to: 与~关联|已关联
attached, already attached, is attached, mounted, already mounted, is mounted: 已挂载
not attached, detached, not mounted, not attach, unattached, not mount: 未挂载
deleted, is deleted, has been deleted, been deleted, be deleted, already deleted, has deleted, removed,
has been removed, erased: 已删除; not deleted: 未删除
released, has been released, is released, already released, has released: 已释放
destroyed, is destroyed, terminated, already destroyed, has been destroyed, destoryed = destroyed: 已销毁
published, already published, is published, released already: 已发布; not published, unpublished, not publish: 未发布
deployed, already deployed, is deployed: 已部署; not deployed, not deploy: 未部署
finished, is finished, completed, done, is completed, already finished, has finished, is done, has completed,
already completed, already done, ended, is ended, has ended = finished: 已完成
not finished, unfinished, not finish, not completed, not complete, not done, is not finished,
uncompleted, un finished, not end, not ended, not be finished = not finished: 未完成~|未完成
stopped, is stopped, has stopped, already stopped, stoped: 已停止; not stopped, not stop, is not stopped: 未停止
started, already started, has started: 已启动; paused: 已暂停
cancelled, canceled, already canceled, already cancelled, is canceled = cancelled: 已取消; revoked, already revoked: 已撤销
offline, off line, is offline, already offline, not online, is not online: 已下线; online, is online: 在线
approved, is approved, already approved: 已审批
not approved, unapproved, not approve, un approved, not be approved, no approved, not pass audit, not passed,
not pass, is not approved, not audited: 未通过审核; passed, pass: 已通过; audit not pass, audit not passed: 审核未通过
modified, changed, has changed, been changed, has been changed, has been modified, updated: 已变更
not changed, not modified, no change, not change, unchanged, no changes, nothing changed, no modify: 未变更
complete, finish: 完成; idle: 空闲; deprecated: 已废弃; issued, already issued: 已颁发; not issued: 未颁发; tagged: 已打标签
not tagged: 未打标签; signed: 已签署; not signed: 未签署; dead: 已失效; alive: 存活; not alive: 未存活; effective: 有效
not effective: 未生效; uninitialized, not initialized, not init: 未初始化; initialized: 已初始化; saved: 已保存; executed: 已执行
generated: 已生成; granted: 已授予; selected: 已选择; migrated: 已迁移; owned by other, owned by others, is owned by other: 归他人所有
coexist: 共存; unfeasible, not feasible: 不可行; affected: 受影响; not applicable: 不适用; applicable: 适用; unhandled: 未处理
dirty: 脏; frequent, frequently: 频繁; called: 已调用; larger, greater: 更大; smaller: 更小; higher: 更高; below: 低于~|过低
above: 高于~|过高; spam: 垃圾; evil: 违规; fake: 伪造; blur, blurred: 模糊
created, already created, is created, has created, has been created: 已创建; not created, not create: 未创建
set already, already set, has set, is set: 已设置
not set, not be set, no set, unset, is not set, un set, not setted: 未设置
configured, is configured, already configured: 已配置
not configured, not configure, not config, unconfigured, no config, is not configured,
not configed = not configured: 未配置~|未配置; specified: 已指定; not specified, unspecified, not specify: 未指定; not given: 未给出
connected, is connected: 已连接
not connected, disconnected, not connect, unconnected, can not connect, cannot connect, can not connected,
is not connected: 未连接; synchronized, synced: 已同步; not synchronized, not synced: 未同步
added, already added, has added: 已添加; not added: 未添加; sent, already sent, has been sent: 已发送
submitted, already submitted, submited: 已提交; applied, already applied, has applied, have applied, is applied: 已申请
refunded, already refunded: 已退款; renewed: 已续费; upgraded: 已升级; downgraded: 已降级
joined, already joined, already in, already join, is already in: 已加入; not joined, not join: 未加入; accepted: 已接受
detected: 检测到; not detected, not detect, no detected, undetected = not detected: 未检测到
blocked, is blocked, be blocked: 已封禁; hit: 命中; encrypted: 已加密; not encrypted: 未加密; installed: 已安装
not installed, uninstalled, not install: 未安装; online already: 已上线; imported: 已导入; archived: 已归档; shared: 已共享
protected: 受保护; hidden: 已隐藏; reserved, is reserved, reserve = reserved: 已保留; reachable, accessible: 可访问
unreachable, not reachable: 不可达
not belong to, not belongs to, does not belong to, not belong, not belong in,
is not belong to = does not belong to: 不属于~|不属于; belong to, belongs to, belong, belongs: 属于; not owned, not own: 不归属
visible: 可见; invisible, not visible: 不可见; qualified: 合格; not qualified, unqualified: 不合格; satisfied: 满足
not satisfied, unsatisfied, dissatisfied, not satisfy, not meet, not met, unsatisfy, not fit: 不满足~|不满足
compatible: 兼容; incompatible, not compatible: 不兼容; changeable: 可变更; legal: 合法; correct: 正确; valid, is valid: 有效
needed, is needed: 需要
not necessary, no need, not need, unnecessary, not required, no need to, needless: 无需~|无需
need, needs, require, requires, need to, needs to: 需要; internal error, inner error, inter error: 内部错误
system error: 系统错误; unknown error: 未知错误; network error: 网络错误; server error: 服务器错误; db error = database error: 数据库错误
unexpected error: 意外错误; not safe: 不安全; not agreement: 未同意; not suit, not suitable = not suitable: 不适合~|不适合
not updatable: 不可更新; not paired: 未配对; not portable: 非弹性; unexpected, un expected, not expected, unexcepted: 意外
undefined, not defined, not define: 未定义
unidentified, not recognized, unrecognized, unrecognizable, not recognize: 无法识别~|无法识别; unrecoverable: 不可恢复
not editable: 不可编辑; immutable, not modifiable: 不可变更; not returnable, un returnable, unreturnable: 不可退还
returnable: 可退还; refundable: 可退款; not refundable, unrefundable: 不可退款; unrenewable, not renewable: 不可续费
segment failed = segmentation failed: 分割失败; necessary, is necessary = required: 必填
status denied, state denied = status does not allow it: 状态不允许
invalid parameter coexist, invalid coexist = ~ cannot be used together|cannot be used together: ~不能同时使用|不能同时使用
referred, referenced, is referenced, is referred = referenced: 被引用; full, is full = full: 全量~|已满
not exist permission = no permission: 没有权限; not trusted: 不受信任; trusted: 受信任; not reach = not reached: 未达到
nested: 嵌套; unassociated, un associated = not associated: 未关联; uncertified = not verified: 未认证
replaced, is replaced: 已替换; must have = is required: 必填; opening: 开通中; closing: 关闭中
uninstalling: 卸载中; incomplete, not whole = incomplete: 不完整; smaller than, lower than: 小于~|过小; too lang: 过长
less then = less than: 小于~|过小; being deleted: 删除中; not same region: 地域不同; small = too small: ~过小|过小
can not delete, cannot delete = cannot delete ~|cannot be deleted: 不能删除~|不能删除
can not modify, cannot modify = cannot modify ~|cannot be modified: 不能修改~|不能修改
can not terminate, cannot terminate = cannot terminate ~|cannot be terminated: 不能销毁~|不能销毁
can not attach, cannot attach = cannot attach ~|cannot be attached: 不能挂载~|不能挂载
can not return, cannot return = cannot return ~|cannot be returned: 不能退还~|不能退还
can not pay, cannot pay = cannot pay ~|cannot be paid: 不能支付~|不能支付
can not upgrade, cannot upgrade = cannot upgrade ~|cannot be upgraded: 不能升级~|不能升级
can not rotate, cannot rotate = cannot rotate ~|cannot be rotated: 不能轮换~|不能轮换
can not share, cannot share = cannot share ~|cannot be shared: 不能共享~|不能共享
can not isolate, cannot isolate = cannot isolate ~|cannot be isolated: 不能隔离~|不能隔离
can not cancel, cannot cancel = cannot cancel ~|cannot be cancelled: 不能取消~|不能取消
can not bind, cannot bind = cannot bind ~|cannot be bound: 不能绑定~|不能绑定
can not update, cannot update = cannot update ~|cannot be updated: 不能更新~|不能更新
can not create, cannot create = cannot create ~|cannot be created: 不能创建~|不能创建
has shared = shared: 已共享; has terminated = terminated: 已终止; has expire = expired: 已过期
has authorized = authorized: 已授权; has activated = activated: 已激活; has unsubscribed, unsubscribed = unsubscribed: 已退订
has repetition = has duplicates: 有重复
not record = no ICP filing or record: 未备案或无记录; un exist = not found: 不存在
un done = not finished: 未完成
un register = not registered: 未注册; un submitted, un submit = not submitted: 未提交; un binding = unbinding: 解绑
not released: 未发布
internal service error, inner service error, internal service error err = call to an internal service failed: 访问内部服务出错
internal inner common error = call to an internal component failed: 访问内部组件出错
license multi card = several licenses in the image: 图片中有多张证件
auth no strategy = no policy authorizes it: 没有对应的授权策略; data engine not activity = data engine not running: 数据引擎未运行
missing param error, missing param, missing params, missing parameter = parameter missing: 缺少参数
forbid termination = cannot be terminated: 不能销毁
forbid terminate = cannot be terminated: 不能销毁; number beyond limit, number out of limit = count over the limit: 数量超出限制
stateless: 无状态; overload, overloaded, over load: 过载; lagging: 落后; sensitive: 敏感
]] },
}
