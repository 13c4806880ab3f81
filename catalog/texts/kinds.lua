-- What a person does next about each kind of error, where the code has no advice of its own.
-- Kind = { advice, Chinese advice }.
return {
  auth = {
    "Check the key pair, the token and the signature, and that the clock is right.",
    "检查密钥对、Token 和签名，并确认本机时间准确。",
  },
  permission = {
    "Ask an administrator for the missing permission: CAM policy, white list, verification, or a role for the service.",
    "请管理员补齐权限：CAM 策略、白名单、实名认证或服务角色授权。",
  },
  throttle = {
    "Wait, then try again more slowly; spread the calls over time or use batch actions.",
    "等待后以更低的频率重试；把调用分散开，或使用批量接口。",
  },
  quota = {
    "Reduce the amount, delete what is no longer needed, or ask for a higher quota; only daily limits pass alone.",
    "减少数量、清理不用的资源，或申请提升配额；除按天计算的限额外，仅等待没有作用。",
  },
  parameter = {
    "Fix the request: compare the parameter that the message names with the documentation.",
    "修改请求：对照文档检查 Message 指出的参数。",
  },
  not_found = {
    "Check the id or name, the region and the account; the resource may have been deleted.",
    "检查 ID 或名称、地域和账号；资源可能已被删除。",
  },
  conflict = {
    "If another operation is under way, wait for its end; else rename, release or change what stands in the way.",
    "若有其他操作正在进行，等其结束后再试；否则先改名、解除占用或调整状态。",
  },
  sold_out = {
    "Choose another zone, type or amount; trying again at once does not help.",
    "更换可用区、规格或数量；立即重试没有作用。",
  },
  unavailable = {
    "Look at the state of the service or resource in the console; activate it, or wait until it is ready.",
    "在控制台查看服务或资源的状态：未开通请先开通，未就绪请等待。",
  },
  billing = {
    "Look at the balance, the bills and the packages in Billing Center; pay or renew, then try again.",
    "到“费用中心”查看余额、账单和资源包；缴费或续费后再试。",
  },
  unsupported = {
    "This does not work here: choose another type, version, region or way, as the documentation allows.",
    "此处不支持：请按文档更换类型、版本、地域或操作方式。",
  },
  timeout = {
    "Check whether the operation was done after all, then try again with growing pauses.",
    "先确认操作是否已完成，再逐步延长间隔重试。",
  },
  dry_run = {
    "Nothing is wrong: leave DryRun out to do it for real.",
    "无需处理；去掉 DryRun 参数即可正式执行。",
  },
  internal = {
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  failed = {
    "Read the message, and look at the resource before repeating the call: part of it may have been done.",
    "查看 Message；重试前先确认资源状态，操作可能已部分执行。",
  },
  client = {
    "Look at the message: it says what was received instead of an answer.",
    "查看错误信息，其中说明了实际收到的内容。",
  },
}
