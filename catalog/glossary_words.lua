-- The small words of the glossary, deeds and things. For the form see catalog/glossary.lua.
return {
  -- Words that lead to what follows, and small words. A 已 after the first group is left out: "未" and not "未已".
  { "denies", [[
not all, is not all, are not all = not all: 未全部
not, no be, is not, are not, was not, not be, not been, has not, has not been, have not, hasnt, not yet, did not,
havent = not: 未|非
can not, cannot, cant, can t, unable, unable to, not can, couldnt, could not, not able to, is not able to,
can not to, not be able to = cannot: 不能
can not be, cannot be, cant be, can t be, couldnt be, could not be = cannot be: 不能; un: 未
already, has already, is already, has been, have been, been, had, had been, has already been, already been, alread: 已
does not, do not, dont, donot, don t, doesnt: 不; should not be, should not: 不应; no longer: 不再; neither: 均不; never: 从未
hasbeen = has been: 已
]] },

  -- Words between things, and beside what is said of them.
  { "small", [[
no, none, no any, has no, have no, without, with out, not have, not has, does not have, do not have,
there is no = no: 无; no data: 无数据
unknown, unknow, un known, unkown, un know, unknwon = unknown: 未知; undefined value: 未定义的值
is, are, be, was, the, a, an, to, s, t, does, do, it, its, on, for, at, that, this, there, such:; to be:
in the: 在~中|在; in, within: 在~中|在; and: 和; or: 或; only: 仅; only one: 仅一个; as: 作为; with: 与; from: 来自; than: 比
when: 时; if: 如果; too: 过; has, have, having = has: 有; can, able, can be, could: 可; both: 两者; same time: 同时
more: 更多; less: 更少; any: 任何; some: 部分; before: 在~之前|之前; after: 在~之后|之后; during, while = during: 在~期间|期间; because: 因为
due to: 由于; via: 通过; under: 在~下|在; not currently: 当前未; we, your, you, my, user s:; will: 将; wait, waiting: 等待
please: 请; again: 再次; later: 稍后; retry, try again, retry later: 重试; please retry: 请重试; temporarily: 暂时
between: ~之间|之间; once: 一次; twice: 两次; out: 出; up: 上; down: 下; many: 多; further: 更多; then: 则
]] },

  -- What tells which thing it is.
  { "qualities", [[
cn, chinese: 中文; en, english: 英文; self: 自身; cur = current: 当前; intra: 内部; pure: 纯; dark: 暗; strong: 强; weak: 弱
following: 以下; num of, number of, numof, the number of = number of: ~数量|数量; limit number = limit: 限制; promotional: 促销
by: 按; all: 全部; other, others: 其他; another: 其他
each: 每个; one: 一个; two: 两个; first: 首个; last: 最后; next: 下一个; current, currently, now: 当前
part, partial, partly: 部分; multi, multiple, multiply: 多; non: 非; pre: 预; smart: 智能
ro, read only, readonly = read-only: 只读; single: 单个; different: 不同; old: 旧; new: 新; latest: 最新; original: 原始
origin: 源站; special: 特殊; specific: 特定; global: 全局; local: 本地; remote: 远程; external: 外部; internal, inner: 内部
public: 公共; private: 私有; common: 通用; custom, customized, customize: 自定义; default: 默认; main, master, primary: 主
sub: 子; super: 超级; extra: 额外; total: 总; max, maximum: 最大; min, minimum: 最小; high: 高; upper: 上; lower: 下
auto, automatic: 自动; manual: 手动; dynamic: 动态; static: 静态; batch: 批量; cross: 跨; across: 跨
real time, realtime = real-time: 实时; async, asynchronous: 异步; sync, synchronous, synchronize: 同步
temp, tmp, temporary = temporary: 临时; target, dest, destination, dst = target: 目标; source, src = source: 源; free: 免费
basic: 基础; advanced: 高级; standard: 标准; dedicated, exclusive: 专用; elastic: 弹性; mixed, mix: 混合; daily: 每日; monthly: 每月
hourly: 每小时; first half: 前半; off: 关; end: 结束; begin, start: 开始; front: 前; back: 后
mid, middle: 中间; long: 长; short: 短; large, big: 大; fast, quick: 快; slow: 慢; hot: 热; cold: 冷; heterogeneous, hetero: 异构
white: 白; black: 黑; red: 红; day: 天; month: 月; times: 次数; year: 年; hour: 小时; minute: 分钟; even: 偶数; odd: 奇数
second, sec = second: 秒; days: 天; hours: 小时; minutes: 分钟; seconds: 秒; months: 月; today: 今天; week: 周; unit: 单位
incre, incr = incremental: 增量; legacy: 旧版; real: 真实; multicast: 组播; password free, secret free = password-free: 免密
per day, each day, every day = per day: （每天）; per hour: （每小时）; per month: （每月）; per second: （每秒）
per minute: （每分钟）; per request: （单次请求）; per instance: （单个实例）; per user: （单个用户）; per once = at once: （单次）
per vpc = per VPC: （单个 VPC）; per resource: （单个资源）; per nat gateway = per NAT gateway: （单个 NAT 网关）
]] },

  { "of", "of:; per: 每" },

  -- Statements that say no more than that something went wrong.
  { "error", "error, err, errors, errs, erorr, eror, errer, erro = error|failed: 错误|出错" },

  -- Deeds.
  { "deeds", [[
send email, send mail = send email|sending email|email sending: 发送邮件
set: 设置; experience: 体验; down load = download: 下载; up load = upload: 上传; alter: 修改; scale down: 缩容; scale up: 扩容
back off = back-off: 退避; please contact: 请联系; records, recodr = records: 记录; requests, req = requests: 请求
handling: 处理; found: 找到; compute: 计算; match up: 匹配; callout, call out = outbound call: 外呼
rate limit, ratelimit, rate limiting = rate limiting: 限流; beian = ICP filing: 备案; sale: 销售
dry run, dryrun = dry run: 预检; creation: 创建; create, creat = create: 创建; deletion, remove, erase: 删除
delete, del = delete: 删除; update, updates: 更新; modification: 修改; modify, mod = modify: 修改; change, changes: 变更
get, fetch, retrieve, acquire, obtain: 获取; query, inquire, inquiry, describe: 查询; search: 搜索; find: 查找
check, checking: 检查; verify, verification, validate, validation, valid check: 校验; set up, setup: 设置; add, append: 添加
insert: 插入; bind, binding: 绑定; unbind, un bind, unbinding = unbind: 解绑; disable: 停用; uninstall: 卸载; disconnect: 断开
unregister: 注销; suspend: 暂停; freeze: 冻结; associate, association: 关联; disassociate: 解除关联
attach, mount, attachment point: 挂载; detach, unmount, umount: 卸载; open: 开通; close, shutdown, shut down: 关闭
enable: 启用; start up, boot, launch: 启动; stop: 停止; restart, reboot: 重启; run: 运行; execute, execution: 执行
exec = execute: 执行; operate, operation, operations: 操作; op, oper, operat = operation: 操作; action, actions: 操作
call, invoke, invocation: 调用; send: 发送; receive, recv: 接收; push: 推送; pull: 拉取; publish, publishing status: 发布
subscribe: 订阅; unsubscribe: 取消订阅; deploy, deployment: 部署; upgrade: 升级; downgrade: 降级; install: 安装
initialization: 初始化; init, initialize, initialise = initialize: 初始化; register, registration: 注册
login, log in, sign in, logon = log in: 登录; logout, log out = log out: 退出登录; authenticate, authentication: 鉴权
auth = authentication: 鉴权; authorize, authorization, authority, grant, granting: 授权
approve, approval, review, moderation, examine: 审核; audit, audits = audit: 审计; apply, application form: 申请; submit: 提交
resubmit, re submit: 重新提交; confirm: 确认; cancel, cancellation: 取消; revoke, revocation: 撤销
recover, recovery, restore: 恢复; rollback, roll back = roll back: 回滚; retry times: 重试次数; reset: 重置; refresh: 刷新
purge, flush: 清除; clear, clean, cleanup: 清理; clone: 克隆; copy: 复制; move: 移动; transfer: 转移; migrate, migration: 迁移
import: 导入; export: 导出; upload: 上传; download, dowdown = download: 下载; load: 加载; save: 保存; read: 读取; write: 写入
print: 打印; parse, parsing, resolve: 解析; analyse, analyze: 分析; analysis: 分析
decode, decoding, unmarshal, deserialize: 解码; encode, encoding, marshal, serialize: 编码; encrypt, encryption: 加密
decrypt, decryption: 解密; compress, compression: 压缩; compile: 编译; convert, conversion, transform, transformation: 转换
translate, translation: 翻译; transcode, transcoding: 转码; generate, generation: 生成; gen = generate: 生成; build: 构建
render: 渲染; detect, detection: 检测; recognize, recognition, identify: 识别; scan: 扫描; diagnose, diagnosis: 诊断
evaluate, evaluation: 评估; compare, comparison: 比对; match, matching: 匹配; filter out: 过滤; sort: 排序; sort by: 按~排序|排序
select, choose: 选择; assign, allocate, allocation, alloc, distribute = allocate: 分配; release: 释放; occupy: 占用
share, sharing: 共享; lock: 锁; unlock: 解锁; isolate, isolation: 隔离; terminate, destroy, termination: 销毁; freeze up: 冻结
switch, switching: 切换; failover: 故障切换; scale, scaling, resize: 伸缩
scale out, expand, expansion, extend, extension: 扩容; scale in, shrink, reduce, reduction: 缩容; adjust: 调整
replace, replacement: 替换; rewrite: 重写; redirect: 重定向; forward, forwarding: 转发; return: 返回; renew, renewal: 续费
pay, payment: 支付; purchase, buy, purchasing: 购买; refund: 退款; charge, charging, billing: 计费; trade, transaction: 交易
deal: 订单; recharge: 充值; withdraw: 提现; settle: 结算; sign: 签名; notify, notification, notice: 通知; monitor, monitoring: 监控
alarm, alert: 告警; report: 上报; record: 记录; replay, playback: 回放; play: 播放; live: 直播; join: 加入; quit, exit, leave: 退出
invite, invitation: 邀请; connect: 连接; connection, conn = connection: 连接; access, visit: 访问
accelerate, acceleration: 加速; prefetch, preheat, pre heat: 预热; backup: 备份; back up: 备份; snapshot: 快照; edit: 编辑
unfreeze: 解冻; unassociate: 解除关联; configure: 配置; accept: 接受; carry: 携带; commit: 提交; reuse: 复用; ignore: 忽略; follow: 跟随
provide: 提供; specify: 指定; enter: 进入; unpack: 解包; decompress: 解压; classify: 分类; assist: 协助; rescan: 重新扫描; issue: 颁发
redo: 重做; undo: 撤销; decrease: 减少; increase: 增加; bid: 出价; roll, polling: 轮询; hosting: 托管; view: 查看; use: 使用; usage: 用量
try: 尝试; limit: 限制; control, ctrl = control: 控制; manage, management, mgr, mgmt: 管理
schedule, scheduling, dispatch: 调度; trigger: 触发器; handle: 处理; protect, protection = protection: 防护; block: 封禁
mask: 脱敏; train, training: 训练; inference, infer: 推理; test, testing: 测试; debug: 调试; define, definition: 定义
describe list: 查询; rotate, rotation: 轮换; inherit: 继承; merge: 合并; split: 拆分; combine, combination: 组合; preprocess: 预处理
postprocess: 后处理; deliver, delivery: 投递; dial: 拨号; broadcast: 广播; speak: 说话; collect, collection: 采集; crop: 裁剪
fill: 填充; hibernate, hibernation: 休眠; repair, remediation: 修复; sell: 销售; enroll: 注册; rename: 重命名; repeat submit: 重复提交
provision: 预置; provisioned: 预置; deduct, deduction: 扣减; collate: 整理; assume: 扮演; transit: 中转
transition, transform state: 转换; assert: 断言; embed, embedding: 嵌入; respond: 响应; request: 请求
]] },

  -- Things.
  { "things", [[
i ds = IDs: ID; sand box = sandbox: 沙箱; brief: 摘要; foreground: 前景; response header: 响应头
net work = network: 网络; audit track: 审计跟踪; audit log: 审计日志; termination protection: 销毁保护; deletion protection: 删除保护
max age: 最长时间; precondition: 前提条件; soft ware = software: 软件; hard ware = hardware: 硬件
liveness, livess = liveness: 活体; qr code, qrcode = QR code: 二维码; pgroup, permission group = permission group: 权限组
group name, groupname = group name: 分组名称; repo name, reponame = repository name: 仓库名称; light: 光线; jitter: 抖动
coverage: 覆盖; apigw, api gateway = API gateway: API 网关; underwrite: 承诺; promotion: 促销; transactor: 经办人; malicious: 恶意
presigned url = presigned URL: 预签名 URL; asset: 资产; low code, lowcode = low-code: 低代码
heart beat, heartbeat = heartbeat: 心跳; signing: 签署; targets: 目标; id, identifier = ID: ID; ids = IDs: ID; name: 名称
type, kind: 类型; instance, ins, inst = instance: 实例; user: 用户; username, user name, usr name = user name: 用户名
group, grp = group: 分组; image size: 图片大小; image content: 图片内容; image resolution: 图片分辨率; image group: 图片库
image download: 图片下载; image no: 图片中无; image decode: 图片解码; image format: 图片格式; image empty: 图片为空
image aspect ratio: 图片宽高比; image pixel: 图片像素; image url = image URL: 图片 URL; image data: 图片数据; image blur: 图片模糊
image upload: 图片上传; image ocr = image OCR: 图片 OCR; image original: 原图; image search: 图片搜索; image template: 图片模板
image num, image count = number of images: 图片数量
user group: 用户组; menu: 菜单; elasticity: 弹性; trust: 信任; instance family: 实例族; concurrent: 并发
scheduled: 定时; computing: 计算; restrictions: 限制; ex: 扩展; failed login = failed logins: 登录失败次数
instance group, instance grp = instance group: 实例组; tencent cloud, qcloud = Tencent Cloud: 腾讯云
private ip = private IP: 内网 IP; public ip = public IP: 公网 IP; call times = number of calls: 调用次数
day limit, daily limit = daily limit: 每日限制; portable: 弹性; warehouse: 数据仓库; resource group: 资源组; consumer group: 消费组
parameter group, param group = parameter group: 参数组; node group: 节点组; target group: 目标组; placement group: 置放群组
flow log: 流日志; api key = API key: API 密钥; encryption key: 加密密钥; status code: 状态码; response code: 响应码
data base = database: 数据库; validity, validity period = validity: 有效期; direct connect: 专线
direct connect gateway: 专线网关; white user = whitelisted user: 白名单用户; mainland, chinese mainland: 中国内地
oversea, overseas = overseas: 境外; international: 国际; domestic: 国内; silent: 静默; provisioning: 同步; secondary: 次要
lip: 唇语
wan = WAN: 外网; mini program: 小程序; bidding: 竞价; spot: 竞价; settings, setting: 设置; zip code: 邮政编码
zip: ZIP; demo: 演示; personal: 个人; individual: 个人; cover: 封面; math: 匹配; serverless: Serverless; shipper: 投递
snap = snapshot: 快照; caster: 导播台; position, pos = position: 位置; cap: 上限; egress: 出方向; incremental: 增量; classic: 传统型
tracking: 跟踪; recorder: 录制; governance: 治理; chart type: 图表类型; hop: 跳; next hop: 下一跳; tax: 税; rescue: 救援
rescue mode: 救援模式; metering: 计量; uniform social credit code: 统一社会信用代码; parallelism: 并行度; commitment: 承诺; shield: 防护
fuse: 融合; fusion: 融合; material: 素材; reference, ref = reference: 参考; intro, introduction = introduction: 简介
stable: 稳定; trial: 试用; fixed: 固定; classification: 分类; staff, employee: 员工; partner: 合作伙伴; finance, financial: 财务
logging: 日志; school: 学校; periodic: 周期性; three: 三个; due: 到期; title: 标题; community: Community; reverse: 反向
dimension: 维度
delimiter: 分隔符; cipher: 加密; cipher suite: 加密套件; integer: 整数; ownership: 所有权; defense: 防护; regular: 正则; general: 通用
generic: 通用; subordinate: 下级; mutex: 互斥; modality: 模态; modal: 模态; side: 面; difference, diff = difference: 差异
pitch: 音高; jump: 跳转; note: 备注; icon: 图标; phase: 阶段; capture: 抓取; five: 五; six: 六; hundred: 百; city: 城市; province: 省份
street: 街道; comment: 评论; score: 评分; sound: 声音; controller: 控制器; attack: 攻击; baseline: 基线; framework: 框架
pipeline: 流水线; array: 数组; counter: 计数器; band: 频段; precision: 精度; shell: Shell; optional: 可选
statistics, statistic: 统计; classroom, class room = classroom: 课堂; course: 课程; teacher: 教师; student: 学生; browser: 浏览器
term: 术语
cluster id = cluster ID: 集群 ID; group id = group ID: 分组 ID; user id = user ID: 用户 ID
instance id = instance ID: 实例 ID; resource id = resource ID: 资源 ID; service id = service ID: 服务 ID
resource, resouce, res, resourse = resource: 资源; task: 任务; job: 作业; service, svc, srv = service: 服务
domain, domin = domain: 域名; domain name: 域名
config, configuration, conf, cfg, configs, configuation = configuration: 配置
status, stat, staus = status: 状态; state: 状态; account, acct = account: 账号; data: 数据; image, img = image: 镜像; key: Key
rule: 规则
info, information, infomation = information: 信息; parameter, param, parm, para, arg, argument, prm = parameter: 参数
tag: 标签; tag key: 标签键; tag value: 标签值; quota: 配额; time: 时间; file: 文件; cluster: 集群; list: 列表; policy: 策略; strategy: 策略
zone: 可用区; template, tpl, tmpl = template: 模板; value, val = value: 值; format, fmt = format: 格式; disk: 磁盘
version, ver = version: 版本; num = count: 数量; number: 编号; card number: 卡号; phonenumber = phone number: 手机号
serial no = serial number: 序列号; count, cnt = count: 数量; size: 大小
certificate, cert, certification, crt = certificate: 证书; code: 代码; region: 地域; db, database = database: 数据库; node: 节点
role: 角色; permission: 权限; privilege: 权限; right: 权限; gateway, gw, gate way = gateway: 网关; view name: 视图名称
fs = file system: 文件系统; ts = timestamp: 时间戳; compute node: 计算节点; duplicate key, dup key = duplicate key: 重复键
on chain = on-chain: 上链; precheck, pre check = pre-check: 预检; pre release = pre-release: 预发布; pre pay = prepaid: 预付费
device, dev = device: 设备; application, app = application: 应用; log: 日志; address, addr = address: 地址
server, svr = server: 服务器; host: 主机; room: 房间; client, clinet = client: 客户端; flow, workflow, work flow = flow: 流程
product, prod = product: 产品; face: 人脸; content: 内容; organization, org = organization: 组织; order: 订单
system, sys = system: 系统; member: 成员; length, len = length: 长度; package: 套餐; pkg, pack = package: 包; route: 路由
topic: 主题; subnet, sub net = subnet: 子网; engine: 引擎; player: 玩家; video: 视频; range: 范围; scope: 范围; token: Token
storage: 存储; proxy: 代理; stream: 流; model, mode l = model: 模型; path: 路径; namespace, name space = namespace: 命名空间
lane: 泳道; project, proj = project: 项目; mode: 模式; function, func, functon = function: 函数
email, mail, e mail = email: 邮箱; email content, mail content = email content: 邮件内容
email template, mail template = email template: 邮件模板; email link: 邮件链接
email address, email addr, mail address, mail addr = email address: 邮箱地址; email identity: 发信身份
email bind, bind email = email binding: 邮箱绑定; phone email = phone or email: 手机或邮箱
phone email code, phone code, email code, mail code = verification code: 验证码; sms code = SMS code: 短信验证码
sms verify, sms verification = SMS verification: 短信验证; un lock code, unlock code = unlock code: 解锁码
auth code, authorization code = authorization code: 授权码; code repo, code repository = code repository: 代码仓库
register code, registration code = registration code: 注册码; org code = organization code: 组织机构代码
error code, err code, errorcode = error code: 错误码; return code, ret code = return code: 返回码; postal code: 邮政编码
spec code: 规格编码; project code: 项目编码; park code: 园区编码; property code: 属性编码; certificate code: 证件号码
qr code sign: 二维码签署; resource code: 资源编码; post pay = postpaid: 后付费; cast: 投射; direct: 直接
password, passwd, pwd = password: 密码
text: 文本; txt = text: 文本; phone: 手机
phone number, phone num, mobile number, telephone number = phone number: 手机号; table: 表
container group, containergroup = container group: 容器部署组
container: 容器; input: 输入; output: 输出; security: 安全; security group, sg, secgroup = security group: 安全组; voice: 语音
traffic, trafic = traffic: 流量; audio: 音频; person: 人员; port: 端口; spec, specification, specs = specification: 规格
network, net = network: 网络; pool: 池; blueprint: 镜像; channel: 通道; balance, banlance = balance: 余额; filter: 过滤条件
agent: Agent; bucket: 存储桶; contract: 合同; media: 媒体; session: 会话; area: 区域; plan: 套餐
bandwidth, band width = bandwidth: 带宽; endpoint, end point = endpoint: 终端节点; cloud: 云; index, idx = index: 索引
white list, whitelist = whitelist: 白名单; black list, blacklist = blacklist: 黑名单; cache: 缓存
upstream, up stream = upstream: 上游
field: 字段; date: 日期; alias: 别名; event: 事件; owner: 所有者; decode type: 解码类型; space: 空间; protocol: 协议; interface: 接口
relay: 中继; page number, page num, page no = page number: 页码; page: 页; condition, cond = condition: 条件; pair: 对
key pair: 密钥对; identity: 身份; team: 团队; response, resp, rsp = response: 响应; body: 请求体; item: 条目
license, licence = license: 许可证; class: Class; environment, env = environment: 环境; result, ret = result: 结果
listener: 监听器; price: 价格; component: 组件; line: 线路; backend, back end = backend: 后端; point: 点; card: 卡
description, desc, desciption = description: 描述; frame: 帧; platform: 平台; game: 游戏; bundle: 套餐
msg, message = message: 消息; plugin, plug in = plugin: 插件; balancer: 均衡器; load balancer: 负载均衡; load balance: 负载均衡
receiver: 接收者; merchant: 商户; network fabric: 网络; seal: 印章; peer: 对端; method: 方法; rate: 速率
concurrency, concurrence: 并发; header: 头部; approver: 签署人; offset: 偏移量; layer: 层; enterprise, company: 企业
corp = company: 企业; firewall: 防火墙; period: 周期; object: 对象; progress: 进度; queue: 队列
frequency, freq, frequence = frequency: 频率; link: 链接; routing: 路由; route table: 路由表; language, lang = language: 语言
interval: 间隔; callback, call back = callback: 回调; resolution: 分辨率; word: 词; words: 词; signature, sig = signature: 签名
module: 模块; mapping, map = mapping: 映射; family: 系列; skill: 技能; logset, log set = logset: 日志集; activity: 活动; photo: 照片
life photo: 生活照; picture, pic = picture: 图片; repo, repository = repository: 仓库; quality: 质量
character, char = character: 字符; command, cmd = command: 命令; admin, administrator = administrator: 管理员; detail: 详情
chain: 链; border: 边界; attribute, attr, property, prop = attribute: 属性; properties: 属性; work: 工作; duration: 时长
subscription, sub scription = subscription: 订阅; business, biz, busi, bussiness = business: 业务; edge: 边缘
sequence, seq = sequence: 序列; layout: 布局; memory, mem = memory: 内存; runtime, run time = runtime: 运行时
document, doc = document: 文档; internet: 公网; machine: 机器; country: 国家; bill: 账单; feature: 特性
string, str = string: 字符串; mirror: 镜像; category: 类别; base: 基础; amount, quantity: 数量; location: 位置; center: 中心
metric: 指标; remark: 备注; level: 级别; life: 生命; trace: 链路; player id: 玩家 ID; data source, datasource = data source: 数据源
root: 根
entity: 实体; keyword, key word = keyword: 关键词; sample: 样本; watermark: 水印; capacity: 容量; site: 站点; credential: 凭证
suffix: 后缀; prefix: 前缀; market: 市场; dir, directory = directory: 目录; lifecycle, life cycle = lifecycle: 生命周期
credit: 信用额度; sender: 发送者; segment: 片段; rect: 矩形; library, lib = library: 库; factory: 工厂; firmware: 固件; volume: 卷
parent: 父; vendor: 厂商; flag: 标志; threshold: 阈值; provider: 提供方; mobile: 手机; disaster: 容灾; bus: 总线
dataset, data set = dataset: 数据集; syntax, grammar: 语法; replication: 复制; replica, replicas: 副本; core: 核
bitrate, bit rate = bitrate: 码率; logic: 逻辑; risk: 风险; span: Span; manager: 管理员; float: 浮点数; kind type = type: 类型
request header: 请求头; third party: 第三方; third: 第三方; party: 方; router: 路由器; operator: 操作者; scaler: 伸缩器
timestamp, time stamp = timestamp: 时间戳; retrieval: 取回; discount: 折扣; age: 年龄; program: 节目
image repo, imagerepo = image repository: 镜像仓库; option: 选项; subtitle: 字幕; goods: 商品; hook: 挂钩; display: 显示
customer, custom er = customer: 客户; fund: 资金; regex, regexp, regular expression, reg exp = regular expression: 正则表达式
connector: 连接器; round: 轮次; soft: 软件; scene, scenario: 场景; metadata, meta data, meta = metadata: 元数据; weight: 权重
compliance: 合规; sandbox: 沙箱; health: 健康; health check: 健康检查; invoice: 发票; keyless: 无私钥; fence: 围栏
relation, relationship: 关系; partition: 分区; column: 列; row: 行; priority: 优先级; tenant: 租户
workspace, work space = workspace: 工作空间; proof: 证明; ratio: 比例; effect: 效果; lab: 实验室; tool: 工具; voucher: 代金券
coupon: 优惠券; payer: 付款方; ticket: 工单; tunnel: 隧道; mark: 标记; dependence, dependency, depend = dependency: 依赖; label: 标签
codec: 编解码器; width: 宽度; height: 高度; privacy: 隐私; coordinate, coord = coordinate: 坐标; web: Web
wildcard, wild card = wildcard: 通配符; camera: 摄像头; window: 窗口; shard: 分片; slice: 切片; virtual: 虚拟; software: 软件
aspect: 方面; preset: 预设; reason: 原因; letter: 字母; workgroup, work group = workgroup: 工作组; kernel: 内核; timer: 定时器
callee: 被叫; caller: 主叫; deadline: 截止时间; attachment: 附件; principal: 主体; slot: 槽位
dashboard, dash board = dashboard: 仪表盘; context, ctx = context: 上下文; scheme, schema: Schema; registry: 镜像仓库
contact: 联系人
child: 子; delay, latency: 延迟; procedure: 流程; track: 轨道; case: 用例; grade: 等级; subdomain, sub domain = subdomain: 子域名
hash: 哈希; marketing: 营销; variable, var = variable: 变量; dict, dictionary = dictionary: 字典; bank: 银行; bank card: 银行卡
portal: 门户; structure, struct = structure: 结构; vocab, vocabulary = vocabulary: 词表; delegate: 委托; production: 生产
notebook, note book = notebook: Notebook; agency: 代理商; violation: 违规; shadow: 影子; payload: 载荷; expiration, expiry: 过期
expiration time, expiry time, expire time, expired time = expiration time: 过期时间; cost: 成本; pattern: 模式; hardware: 硬件
park: 园区; conversation: 对话; claim: 声明; playlist, play list = playlist: 播放列表; tier: 层级; script: 脚本; bootstrap: 引导
algorithm, algo = algorithm: 算法; fee: 费用; catalog: 目录; driver: 驱动; statement: 语句; expression: 表达式
charset, char set = charset: 字符集; qualification: 资质; consumer: 消费者; producer: 生产者; ability: 能力; eye: 眼睛
retention: 保留; chat: 聊天; thread: 线程; force: 强制; section: 段落; style: 样式; transport: 传输; accelerator: 加速器; summary: 摘要
profile: 配置文件; socket: 套接字; mesh: 网格; similarity: 相似度; annotation: 注解; rating: 评级; reseller: 经销商; robot: 机器人
deviation: 偏差; preview: 预览; shape: 形状; pixel: 像素; shop: 店铺; telephone: 电话; confidence: 置信度; suite: 套件; thing: 物
stock: 库存; step: 步骤; stage: 阶段; element: 元素; issuer: 颁发者; creator: 创建者; persistence: 持久化
vulnerability, vul = vulnerability: 漏洞; maintenance: 维护; gender, sex = gender: 性别; patch: 补丁; executor: 执行器
example: 示例; money: 金额; compiler: 编译器; pilot: 引导; speed: 速度; gray, grey = gray: 灰度; broker: Broker; subject: 主题
recipient: 收件人; placement: 置放; architecture, arch = architecture: 架构; pricing: 定价; depth: 深度; console: 控制台
purpose: 用途; affinity: 亲和性; subscriber: 订阅者; direction: 方向; angle: 角度; signer: 签署人; measurement: 度量
enum, enumeration = enumeration: 枚举; branch: 分支; boundary: 边界; real name, realname = real name: 实名
security policy: 安全策略; verify code, verification code, vcode, captcha code = verification code: 验证码; captcha: 验证码
system disk: 系统盘; data disk: 数据盘; auto scaling group: 伸缩组; scaling group: 伸缩组; auto scaling: 弹性伸缩
launch configuration: 启动配置; launch template: 启动模板; disk backup: 磁盘备份; nat gateway = NAT gateway: NAT 网关
file system: 文件系统; private zone: 私有域; serial number, sn = serial number: 序列号; white list status: 白名单状态
id card = ID card: 身份证; id number = ID number: 身份证号; description length: 描述长度; start time, begin time: 开始时间
end time: 结束时间; time range, time span: 时间范围; time zone: 时区; file name, filename = file name: 文件名; file type: 文件类型
charge type, pay mode, pay type, billing mode = billing mode: 计费模式; instance type: 实例类型
parameter value error = wrong parameter value: 参数取值有误; operation denied: 操作被拒绝
operation failed, failed operation = operation failed: 操作失败; request limit: 请求限制; content length: 内容长度
public key: 公钥; private key: 私钥; secret key: SecretKey; secret id: SecretId; secret: 密钥; data key: 数据密钥
primary key: 主键; foreign key: 外键; public network, public net = public network: 公网; private network: 内网
access key: 访问密钥
voice print, voiceprint = voiceprint: 声纹; skill scan: 技能扫描; cloud storage: 云存; cross border: 跨境
prepaid, pre paid, prepay = prepaid: 预付费; postpaid, post paid, postpay = postpaid: 后付费; traffic mirror: 流量镜像
data engine: 数据引擎; org node: 组织节点; cron expression: Cron 表达式; cron: Cron;
biz error: 业务错误; country code: 国家码; area code: 区号; bandwidth package: 带宽包; reserved instance: 预留实例
image id = image ID: 镜像 ID
anycast: 任播; balancing: 均衡; bare metal: 裸金属; calc = calculation: 计算; collector: 采集器; ext = extension: 扩展
entrance: 入口; entrypoint = entry point: 入口; processor: 处理器; qualifier: 版本; pub = publication: 发布; swap: 交换; trunk: 中继
series: 系列; initial: 初始; desired: 期望; idempotent: 幂等; profession = professional edition: 专业版; mouth: 嘴巴; routine: 例程
additional: 附加
applet: 小程序; applicant: 申请人; assignment: 分配; background, backgroud = background: 背景; brand: 品牌; budget: 预算
capability: 能力; checkpoint: 检查点; ciphertext: 密文; plaintext: 明文; color: 颜色; colour: 颜色; commercial: 商用; cookie: Cookie
criteria: 条件; cycle: 周期; deposit: 存入; district: 行政区; division: 划分; draft: 草稿; factor: 因子; fingerprint: 指纹
flashback: 闪回; folder: 文件夹; forum: 论坛; gift: 礼券; glossary: 术语表; graph: 图; hand: 手; holder: 持有人
heap: 堆; highlight: 高光; host ip = host IP: 主机 IP; hotwords = hot words: 热词; hub: 中心; huge: 巨大; human: 人; indicator: 指标
inspection: 巡检; intelligent: 智能; intermediate: 中间; intranet: 内网; inventory: 库存; limitation: 限制; logo: 标识
maker: 制作者; manifest: 清单; mic: 麦克风; native: 原生; noise: 噪声; outside: 外部; passport: 护照; presentation: 演示
priv: 私有; pronunciation: 发音; proposal: 提案; regulation: 规则; reg = registration: 注册; requirement: 要求; retrieable: 可重试
scheduler: 调度器; screenshot: 截图; seat: 坐席; shortage: 短缺; solid: 固态; stamp: 戳; standby: 备用; streaming: 流式
subclass: 子类; theme: 主题; thumbnail: 缩略图; timing: 定时; top level domain = top-level domain: 顶级域名; top: 顶部
tracing: 链路追踪; transcription: 转写; union: 联合; usr gw = user gateway: 用户网关; warning: 告警; whiteboard: 白板
medical: 医疗; open platform = open platform: 开放平台; purview: 权限; express connect: 高速通道; shutting down: 关闭中
vehicle: 车辆; vault: 备份库; sms signature = SMS signature: 短信签名; inter region = inter-region: 地域间; virtual machine: 虚拟机
infrequent access: 低频访问; audit replay: 审计回放; repository tag: 镜像版本;
store: 存储; user store = user pool: 用户池; store label: 门店标签; process: 进程; key point: 关键点; lip face: 唇语人脸
eye live: 眼睛活体检测; mouth live: 嘴巴活体检测; picture live: 图片活体检测; class link: 基础网络互通
srv count = SRV record count: SRV 记录数量; group num per person = number of groups per person: 单个人员所属的人员库数量
group face num = number of faces in the group: 人员库人脸数量; pass word = password: 密码; pass through: 透传; pass role: 传递角色
wework user, we work user = WeCom user: 企业微信用户; team work: 团队协作; upgrade term: 升级时长; program name: 程序名称
program item: 程序条目
ssl cert match: SSL 证书匹配; as expand: 弹性扩容; file name extension: 文件扩展名; business card: 名片
poor quality, low quality: 质量差; poor image quality = poor image quality: 图片质量差; life photo detect: 生活照检测
decode image, image decoding = decoding the image: 图片解码; download image = downloading the image: 图片下载
upload image: 上传图片
image quality: 图片质量; in image = in the image: 在图片中; image process = image processing: 图片处理
image is no text = no text in the image: 图片中无文本
image entity: 图片实体; fuse image: 图片融合; image detect, image detection = image detection: 图片检测; image measurement: 图片尺寸
image gray = gray image: 灰度图片; sensitive image: 敏感图片; cover image: 封面图片
image many people = many people in the image: 图片中人物过多
faces in image = faces in the image: 图片中的人脸; no face in image = no face in the image: 图片中无人脸
image not found info: 图片未找到信息
multiple faces in image = several faces in the image: 图片中有多张人脸; image not png = image is not PNG: 图片非 PNG
image not base = image is not Base64: 图片非 Base64
image not foreground = no foreground in the image: 图片中无前景; image un qualified = image not qualified: 图片不合格
image too big: 图片过大; image is too big: 图片过大; image too large: 图片过大; empty image: 图片为空; find image: 查找图片
no face detected = no face detected: 未检测到人脸; detect no face, detect no faces = no face detected: 未检测到人脸
front page: 首页
certificate id wait submit: 证书待提交; usage plan: 使用计划; no session: 无会话; c kafka = CKafka: CKafka
audit certificate: 审核证书; user no audit = user not reviewed: 用户未通过审核
resource package: 资源包; work time: 工作时间; wait time: 等待时间; tag key character: 标签键字符; failed times: 失败次数
zone name: 站点名称; zone area: 站点区域; zone bind plan: 站点绑定的套餐; disable zone = disabling the zone: 停用站点
zone has been bound, zone is binding = zone already bound: 站点已绑定; zone has not been bound = zone not bound: 站点未绑定
shared cname zone = zone of the shared CNAME: 共享 CNAME 站点; alias zone = alias zone: 别名站点
cname zone = CNAME zone: CNAME 站点
domain access zone = domain access zone: 域名接入站点; zone paused: 站点已暂停; zone is gray = zone: 站点
load balancing zone: 负载均衡站点
zone not active, zone is not active = zone not active: 站点未激活; zone status: 站点状态; zone has hosts: 站点有主机
zone is reference: 站点引用
zone same as: 站点相同于; zone smart routing: 站点智能加速; zone not found = zone: 站点或可用区; zone not exists = zone: 私有域或可用区
not match zone = does not match the zone: 与站点不匹配; bind zone vpc = binding VPC of the zone: 绑定私有域的 VPC
rule zone: 规则的私有域
create zone failed = creating zone failed: 创建私有域失败; delete zone failed = deleting zone failed: 删除私有域失败
modify zone failed = modifying zone failed: 修改私有域失败; ptr zone = PTR zone: PTR 私有域; zone bind forward rule: 私有域绑定转发规则
delete zone pre check = zone deletion pre-check: 站点删除预检; cap sig = captcha signature: 验证码签名
cap mis match = captcha does not match: 验证码不匹配
did not existed, did not exist = DID: DID; chain code peer = peer with the chaincode: 安装了链码的节点
over write, overwrite = overwrite: 覆盖
metering item: 计量项;
product release: 产品发布; version release: 版本发布; config release, release config = configuration release: 配置发布
cdn push = CDN prefetch: CDN 预热; cdn purge = CDN purge: CDN 刷新; mark pic = watermark picture: 水印图片
mark word = watermark text: 水印文字
cidr block = CIDR block: CIDR 网段; cdn host = CDN domain: CDN 域名; instance return = instance return: 实例退还
user return: 用户退还
return common: 退还; reset instance = reinstalling instance: 重装实例; process mix = stream mixing: 混流
seq id = sequence number: 序号
response package: 响应包; meta database = database: 数据库; identity center: 身份中心; available zone: 可用区
vcpu = vCPU: vCPU 数量; un local gateway = non-local gateway: 非本地网关; un tag, untag = untag: 解绑标签; real name auth: 实名认证
call out number, callout number = number to call out with: 外呼号码; id card number = ID card number: 身份证号
called number: 被叫号码
values number = number of values: 值的数量; rule number = number of rules: 规则数量
domain number = number of domains: 域名数量; cvm number = number of CVMs: CVM 数量; batch number: 批次数
realtime log log = real-time log: 实时日志
tag tags = tags: 标签; origin origin = origin: 源站; condition name bad name = bad condition name: 条件名称错误
un serialize = deserialization: 反序列化
client cert = client certificate: 客户端证书; manual backup set: 手动备份集; domain access: 域名接入; parameter param: 参数
see prepaid subscription, see pre paid subscription = TWeSee prepaid subscription: TWeSee 预付费订阅
dfw get usg quota = security group quota: 安全组配额
dfw get usg count = getting the number of security groups: 获取安全组数量
parameter character = characters of the parameter: 参数中的字符
real server = origin server: 源站; round play: 轮播; auto cast: 自动导播; confirm letter = confirmation letter: 确认函
dead letter: 死信
with mask = with a mask: 戴口罩; cidr mask = CIDR mask: CIDR 掩码; subnet mask: 子网掩码; same crop = same company: 同一企业
port segment = port range: 端口段; subdomain roll = subdomain load balancing: 子域名负载均衡; view id = view ID: 视图 ID
over view = overview: 概览
face rect: 人脸框; data annotation: 数据标注; dataset annotation: 数据集标注; replay attack: 重放攻击
cdn stat = CDN statistics: CDN 统计
ecdn stat = ECDN statistics: ECDN 统计; deploy contract = deploying contract: 部署合约
deploying contract = contract being deployed: 部署中的合约
contract edited: 合约被修改; midas sign = Midas contract: 聚鑫签约; refund deposit = refunding the deposit: 退还押金
share unit: 共享单元
chain maker = ChainMaker: ChainMaker; chaincode, chain code = chaincode: 合约; sample name: 采样名称
sample rule = sampling rule: 采样规则
back off limit = retry limit: 重试次数限制; trade serial no = trade serial number: 交易流水号
batch production = mass production: 量产
start pull = starting the pull: 启动拉流; stop pull = stopping the pull: 停止拉流; shop collect = shop favorites: 店铺收藏
model router: 模型路由
scaler rule = scaling rule: 弹性规则; static ip = static IP: 固定 IP; three networks: 三网; transport layer: 四层
ip trace = IP trace: IP 溯源
contains number = contains digits: 包含数字; pure number = digits only: 纯数字
db transaction, database transaction = database transaction: 数据库事务
contract param, contract parameter = contract parameter: 合约参数; rotate the angle = rotation angle: 旋转角度
no object detected: 未检测到目标
not allow operation, not allowed operation = operation not allowed: 不允许操作; vlan conf lict = VLAN conflict: VLAN 冲突
conf lict = conflict: 冲突
no need review = needs no review: 无需审核; wait submit = to be submitted: 待提交
failed operation code = operation failed: 操作失败
not default = not the default: 非默认; parameter value limit = limit of parameter values: 参数值限制
begin failed = start failed: 开始失败
sender with domain = sender of the domain: 该域名的发信人; do open tsdb request, open tsdb = OpenTSDB request: OpenTSDB 请求
common error, common err = common error: 通用错误; by files: 按文件; get instance by: 查询实例
server sign = silent signing: 静默签署
default language: 默认语言; wait time out = waiting timed out: 等待超时; resource unavailable code: 资源不可用
resource not found code: 资源未找到
ns = NS: NS; attach content = content of the attachment: 附件内容; profile num = number of profiles: Profile 数量
two step not on = two-step verification not enabled: 未开启两步验证; front conn = front-end connection: 前置连接
segment error = segmentation error: 切分出错; pending window in days: 等待期天数; generic host = wildcard domain: 泛域名
sign contract = signing contract: 签署合同
sign page = signing page: 签署页; sign permission = permission to sign: 签署权限; sign component = signing component: 签署控件
network interface: 弹性网卡
internet service provider, internet service providers = internet service providers: 运营商; traffic package: 流量包
private link = PrivateLink: PrivateLink
spec code error = specification code error: 规格编码错误
approval application = approval request: 审批单; attach permission = permission for attachments: 附件权限
order by, orderby, sort order, sort by order = sort order: 排序方式; order field, order by field = sort field: 排序字段
order by key: 排序字段; order by type: 排序类型; order direction: 排序方向; work order: 工单
core body = body: 内容; image body: 图片人体; image check no body = no body in the image: 图片中无人体
no body in photo = no body in the photo: 照片中没有人体; not detect body = no body detected: 未检测到人体
body params = parameters of the body: 请求体参数
table header: 表头; wav header = WAV header: WAV 文件头; host header: Host 头; client ip header = client IP header: 客户端 IP 头
client ip country header = client IP country header: 客户端 IP 国家头; response header value: 响应头的值
response header name: 响应头的名称
request header value: 请求头的值; request header name: 请求头的名称
vpc peer = VPC peering connection: VPC 对等连接; peer vpc = peer VPC: 对端 VPC; peer id = peer ID: Peer ID
channel peer: 通道的 Peer
http transfer, do http transfer = HTTP request: HTTP 请求; trpc transfer, do trpc transfer = TRPC request: TRPC 请求
business license, biz license = business license: 营业执照; driver license = driving license: 驾驶证; vehicle license: 行驶证
license card side, license side = side of the license: 证件正反面

project quota, project quotas = directory quotas: 目录配额; as common = Auto Scaling: 弹性伸缩; as asg = scaling group: 伸缩组
backup server: 备用服务器; backup to url = BackupToUrl: 备用推流地址; backup input: 备用输入; backup origin: 备用源站
disaster recover group, disaster recovery group = placement group: 置放群组
life rule, lifecycle rule = lifecycle rule: 生命周期规则
unknown error code: 未知错误码; create time = creation time: 创建时间; update time = time of the update: 更新时间
free space: 可用空间; free amount: 免费额度; cc user, cc users = CC recipient: 抄送人
get usg count = getting the number of security groups: 获取安全组数量
pay channel: 支付渠道; face detect, facedetect = face detection: 人脸检测
image facedetect, image face detect = face detection in the image: 图片人脸检测
image face: 图片人脸; sms = SMS: 短信; midas signature = Midas signature: 聚鑫签名
main bind pool = address pools of the main set: 主力集合绑定的地址池
thing model, model define = thing model: 物模型


limit proxy version = proxy version too low: 代理版本过低
audio size must be even = audio size must be even: 音频数据长度必须为偶数
accelerate mainland disable = acceleration of Chinese mainland not enabled: 未开通中国内地加速
multi card: 多张卡证; access err, access error = access failed: 访问出错
generate csr method, gen csr method = CSR generation method: CSR 生成方式
condition value: 条件值; condition value too many values = too many values in the condition: 条件的值过多
value too many values = too many values: 值过多
condition value too many wildcard = too many wildcards in the condition value: 条件值中的通配符过多

account description character = characters of the account description: 账号描述中的字符
image illegal: 图片不合法
]] },
}
