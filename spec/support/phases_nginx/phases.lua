-- How a spec comes to each phase of nginx: the target of a request, the server that is asked, and the directive where
-- it is not the phase's name. `tls`: a handshake with that server. `probe`: a server whose handshakes just sleep there.

return {
  { name = "init" },
  { name = "init_worker" },
  { name = "ssl_client_hello", tls = true, place = 4, probe = 6 },
  { name = "ssl_cert", tls = true, place = 5, probe = 7, directive = "ssl_certificate" },
  { name = "ssl_session_store", tls = true, place = 3 },
  { name = "ssl_session_fetch", tls = true, place = 3 },
  { name = "server_rewrite", target = "/", place = 2 },
  { name = "set", target = "/phase/set" },
  { name = "rewrite", target = "/phase/rewrite" },
  { name = "access", target = "/phase/access" },
  { name = "precontent", target = "/phase/precontent" },
  { name = "content", target = "/phase/content" },
  { name = "balancer", target = "/phase/balancer" },
  { name = "header_filter", target = "/phase/header_filter" },
  { name = "body_filter", target = "/phase/body_filter" },
  { name = "log", target = "/phase/log" },
  { name = "timer", target = "/phase/timer" },
  { name = "exit_worker" },
}
