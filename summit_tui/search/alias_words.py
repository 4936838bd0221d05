"""What technical conferences abbreviate, in English and French and a little German: data only.

A line is a group: names for one thing, separated by commas, each in folded words as `tokens.words`
makes them. A name is here when a person who types one really wants the sessions that only say
another, and when its short form means one thing at a conference. Left out for meaning several:
`bdd`, `bi`, `cdc`, `cv`, `dma`, `dsa`, `eda`, `ha`, `hls`, `idp`, `ids`, `mpc`, `mvp`, `oci`,
`os`, `roi`, `sig`, `soc`, `spa`, `sse`, `tee`, `tf`, `wg`. Left out because nobody writes them out:
`api`, `dns`, `gpu`, `sql`. Plurals stand where the words before them are many: a group is compared
word by word.
"""

TABLE = """\
k8s, kubernetes
a11y, accessibility, accessibilite, barrierefreiheit
i18n, internationalization, internationalisation
l10n, localization, localisation, lokalisierung
o11y, observability, observabilite
p13n, personalization, personalisation, personnalisation
s11n, serialization, serialisation
e2ee, end to end encryption, end to end encrypted, chiffrement de bout en bout
p2p, peer to peer, pair a pair
pg, pgsql, postgres, postgresql
db, dbs, database, databases, base de donnees, bases de donnees, datenbank, datenbanken
dbms, rdbms, sgbd, database management system
dwh, data warehouse, entrepot de donnees
kv, key value
crdt, crdts, conflict free replicated data type, conflict free replicated data types
dataviz, data visualization, data visualisation, visualisation de donnees
js, javascript
ts, typescript
cpp, c++
csharp, c#
golang, go
dotnet, net
reactjs, react
wasm, webassembly
ebpf, bpf
jvm, java virtual machine
gc, garbage collection, garbage collector
jit, just in time
dsl, dsls, domain specific language, domain specific languages
lsp, language server protocol
ipc, inter process communication, interprocess communication
rpc, remote procedure call
regex, regexp, regexes, regular expression, regular expressions, expressions regulieres
cli, command line, ligne de commande, kommandozeile
gui, graphical user interface, interface graphique
tui, terminal user interface, text user interface
vscode, vs code, visual studio code
pwa, progressive web app, progressive web apps, progressive web application
ssr, server side rendering
cdn, content delivery network
ui, user interface, user interfaces, interface utilisateur
ux, user experience, experience utilisateur
dx, devex, developer experience, experience developpeur
devrel, developer relations, developer advocacy
qa, quality assurance, assurance qualite
tdd, test driven development
ddd, domain driven design
poc, proof of concept, preuve de concept
ci, continuous integration, integration continue
cd, continuous delivery, continuous deployment, deploiement continu, livraison continue
gha, github actions
iac, infrastructure as code
sre, site reliability engineering, site reliability engineer
slo, slos, service level objective, service level objectives
sla, slas, service level agreement, service level agreements
otel, opentelemetry
vm, vms, virtual machine, virtual machines, machine virtuelle, machines virtuelles
wsl, windows subsystem for linux
aws, amazon web services
gcp, google cloud
saas, software as a service
paas, platform as a service
faas, function as a service, functions as a service
cncf, cloud native computing foundation
pubsub, publish subscribe
sdn, software defined networking, software defined network
voip, voice over ip
hpc, high performance computing, calcul haute performance, calcul intensif
amd64, x86 64
arm64, aarch64
rtos, real time operating system
iot, internet of things, internet des objets
ble, bluetooth low energy
rpi, raspi, raspberry pi
mcu, mcus, microcontroller, microcontrollers, microcontroleur, mikrocontroller
pcb, pcbs, printed circuit board, printed circuit boards, circuit imprime
sdr, software defined radio
ota, over the air
ssl, tls
sso, single sign on
mfa, 2fa, multi factor authentication, multifactor authentication, two factor authentication, \
authentification multifacteur, double authentification
oidc, openid connect
jwt, jwts, json web token, json web tokens
iam, identity and access management
rbac, role based access control
pki, public key infrastructure
tpm, trusted platform module
pqc, post quantum cryptography, cryptographie post quantique
gpg, gnupg
waf, web application firewall
ddos, denial of service, deni de service
xss, cross site scripting
csrf, xsrf, cross site request forgery
sqli, sql injection, injection sql
rce, remote code execution
mitm, man in the middle
sbom, sboms, software bill of materials
ctf, capture the flag
pentest, pentesting, penetration testing, penetration test, test intrusion, tests intrusion
appsec, application security
infosec, information security
osint, open source intelligence
gdpr, rgpd, dsgvo, general data protection regulation
oss, foss, floss, open source software, free software, logiciel libre, logiciels libres, \
freie software
ai, ia, ki, artificial intelligence, intelligence artificielle, kunstliche intelligenz
ml, machine learning, apprentissage automatique, maschinelles lernen
genai, gen ai, generative ai, ia generative
llm, llms, large language model, large language models, grand modele de langage, \
grands modeles de langage
rag, retrieval augmented generation
mcp, model context protocol
nlp, natural language processing, traitement du langage naturel
rl, reinforcement learning, apprentissage par renforcement
ocr, optical character recognition, reconnaissance de caracteres
asr, stt, speech recognition, speech to text, reconnaissance vocale
tts, text to speech, synthese vocale
vr, virtual reality, realite virtuelle
ar, augmented reality, realite augmentee
gis, geographic information system, geographic information systems
osm, openstreetmap
"""
