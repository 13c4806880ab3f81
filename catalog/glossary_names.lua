-- What the glossary leaves in Latin letters in both languages: "VPC", or "lo ra = LoRa" where it is spelled otherwise.
return {
  { "names", [[
URL URI IP CIDR DNS HTTP HTTPS TCP UDP TLS SSL TTL CPU GPU API SDK JSON XML YAML SQL HTML CSV PDF PNG SVG GIF MD5 SHA
HLS RTMP FPS UUID MFA OCR ASR TTS AI LLM MCP IoT SIP CNAME MX PTR ICP BGP VPN NAT SNAT DNAT VIP EIP ENI ACL
QPS IPv4 L3 L4 L7 X509 CSR CA PEM RSA ECC SAML SCIM LDAP RBAC OAuth JWT NFS HPC HPA QoS ISP OS JVM JDK SSD SSH FTP
RPC
Pro Lighthouse MQ TID PID DASB VPG CAE DFW CDI CPM OC UID Nonce QR REST Bot Studio CPT CRDL TRPC VPCCNI HashID CGW MNP
CIC
SPD ARN ARM CVR USG CDZ CCC SRS SSML PTS GOP EIAM HDFS DCG TOA AIGC Fabric
VPC CVM CBS CLB COS CDN ECDN SCDN CLS CAM STS TKE EKS TCR TSF TSE TCB SCF CFS CKafka CMQ TDMQ
KMS SSM APM TAT TEO
CCN
CDB DCDB DTS EMR ES CDC CHC DC DCX VOD MPS TRTC GME IM UIN QCS ASN AWS OSS KV CMK HSM EVS CWP WAF CFW BH OTA PSK MQTT
MySQL Redis MongoDB Mongo Kafka Spark Hive Druid Pulsar Docker Kubernetes Windows Linux Ubuntu Android WeChat QQ Git
Consul Nginx Lua Java Python Prometheus Grafana ClickHouse Doris Kerberos TSDB CynosDB MariaDB PostgreSQL WebP
GooseFS Midas TPM DID Barad CTSDB KeeWiDB LVB MMS SSAI DRM VAD GB MB KB AZ ECM RDMA DPDK UTF8 ASCII Base64 m3u8
mTLS
ECMP NoSQL DDL DML SPF DKIM DMARC DNSSEC TLD ICMP GRE IPsec BFD VIF VLAN VXLAN PrivateLink MAC IMEI ICCID SIM eSIM
Tencent
appid, app id = AppId
SecretKey SecretId SecId
lo ra, lora = LoRa; rs = RS; io = IO; click house = ClickHouse; red hat = Red Hat; vm = VM; vpcid = VPC ID
we com = WeCom; wav = WAV; i pv6, ipv6, ip v6 = IPv6; i pv4, ip v4 = IPv4; i ps, ips = IP; dns pod = DNSPod
goose fs = GooseFS; urls = URL; web socket, websocket = WebSocket; web rtc = WebRTC; io t = IoT; my sql = MySQL
mongo db = MongoDB; tdmqcmq = TDMQ CMQ; uins = UIN; saas, saa s = SaaS; we chat = WeChat; kube = Kubernetes
kubernete = Kubernetes; vpcs = VPC; cvms = CVM; pg, pgsql, postgres = PostgreSQL; prom = Prometheus; open id = OpenID
union id = UnionID; access token = AccessToken; client token = ClientToken; request id = RequestId
js, java script = JavaScript; sec id = SecId; lb = CLB; ddos, d dos = DDoS; idc, i dc = IDC; pod = Pod
ingress = Ingress; helm = Helm; chart = Chart
]] },

  -- Names that the Chinese of other entries has.
  { "written", [[
ICP API Agent AppId CKafka Base64 PNG Host WAV IP Peer BackupToUrl DID CDN CIDR CNAME TWeSee vCPU Community ChainMaker
NS Profile
Class Schema VLAN OpenTSDB
VPC SRV Punycode
Cookie CSR SSL Broker Cron ID
Key NAT Notebook OCR SecretId SecretKey Serverless Shell Span Token URL Web ZIP
]] },
}
