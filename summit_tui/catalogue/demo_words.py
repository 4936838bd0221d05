"""What the demo summit speaks of: tracks with their terms, titles and sentences, rooms and slots.

Data only. Technical terms are the real ones, so that searching is like searching a real programme.
"""

TRACKS = {
    ("Serverless", "SVS"): (
        "serverless|functions as a service|cold starts|event-driven design|queues|"
        "dead-letter queues|step functions|idempotency|API gateways|webhooks|fan-out|"
        "event sourcing|message brokers|asynchronous calls|provisioned concurrency|microVMs|"
        "sandboxes|back-pressure|retries|event schemas|choreography|orchestration|"
        "edge functions|payload limits|function packaging|pay-per-use billing|cron triggers|"
        "stream processing|GraphQL subscriptions"
    ),
    ("Containers", "CON"): (
        "Kubernetes|service meshes|sidecars|operators|Helm charts|admission webhooks|"
        "pod autoscaling|container images|distroless images|image signing|"
        "multi-cluster routing|ingress controllers|node pools|eBPF|cgroups|namespaces|"
        "rolling updates|canary releases|blue-green deployments|GitOps|container runtimes|"
        "scheduler plugins|stateful sets|persistent volumes|cluster upgrades|WebAssembly|"
        "resource quotas|graceful shutdown"
    ),
    ("Databases", "DAT"): (
        "Postgres|vacuum tuning|B-tree indexes|partial indexes|query planners|"
        "logical replication|sharding|connection pooling|multi-tenant schemas|"
        "schema migrations|isolation levels|deadlocks|write-ahead logs|point-in-time recovery|"
        "time series|key-value stores|document stores|graph queries|SQLite|read replicas|"
        "materialised views|change data capture|bloom filters|LSM trees|full-text search|"
        "geospatial queries|foreign keys|Redis"
    ),
    ("Security", "SEC"): (
        "security|threat modelling|zero trust|key rotation|secrets management|passkeys|OAuth|"
        "least privilege|audit logs|incident response|supply-chain security|SBOMs|fuzzing|"
        "penetration tests|encryption at rest|post-quantum cryptography|"
        "certificate transparency|mutual TLS|sandbox escapes|password hashing|phishing drills|"
        "security keys|vulnerability triage|policy as code|firewalls|memory safety|"
        "side channels|data residency"
    ),
    ("Observability", "OBS"): (
        "observability|distributed tracing|structured logging|metrics|latency|tail latency|"
        "service level objectives|error budgets|OpenTelemetry|continuous profiling|"
        "flame graphs|alert fatigue|on-call rotations|postmortems|runbooks|dashboards|"
        "anomaly detection|log sampling|cardinality|synthetic probes|health checks|"
        "chaos experiments|load shedding|capacity planning|black-box monitoring|"
        "heartbeat checks|exemplars|percentiles"
    ),
    ("Data & AI", "AIM"): (
        "machine learning|language models|embeddings|vector search|retrieval augmentation|"
        "feature stores|model drift|prompt injection|fine-tuning|quantisation|"
        "inference servers|GPU scheduling|training pipelines|data labelling|synthetic data|"
        "recommendation|forecasting|random forests|gradient boosting|notebooks|data contracts|"
        "lineage|Parquet|lakehouses|streaming joins|speech recognition|computer vision|"
        "model evaluation"
    ),
    ("Frontend", "FRT"): (
        "web components|server-side rendering|hydration|TypeScript|CSS grid|accessibility|"
        "screen readers|design tokens|progressive enhancement|service workers|offline first|"
        "web vitals|image formats|font loading|state machines|form validation|localisation|"
        "right-to-left layouts|view transitions|bundle size|browser caches|"
        "content security policy|component libraries|visual regression tests|"
        "keyboard navigation|reactive signals|islands"
    ),
    ("Networking", "NET"): (
        "QUIC|BGP|anycast|DNS|IPv6|load balancers|content delivery|private links|"
        "transit gateways|packet captures|congestion control|network policies|TLS termination|"
        "gRPC|HTTP/3|rate limiting|peering|bandwidth shaping|software-defined networks|"
        "VPN tunnels|MTU puzzles|connection draining|route leaks|edge locations|multicast|"
        "NAT traversal|jitter"
    ),
    ("Platform", "PLT"): (
        "internal platforms|golden paths|infrastructure as code|Terraform|continuous delivery|"
        "build caches|monorepos|feature flags|developer portals|ephemeral environments|"
        "self-service|templates|trunk-based development|release trains|test flakiness|"
        "dependency updates|software catalogues|drift detection|environment promotion|"
        "paved roads|remote development|code owners|compliance checks|build farms|toil|"
        "scorecards|Nix"
    ),
    ("Architecture", "ARC"): (
        "modular monoliths|microservices|hexagonal architecture|bounded contexts|domain events|"
        "strangler migrations|sagas|CQRS|eventual consistency|consensus|Raft|CRDTs|"
        "multi-region failover|cell-based architecture|caching|cache invalidation|"
        "API versioning|contract tests|decision records|legacy mainframes|evolutionary design|"
        "bulkheads|circuit breakers|leader election|logical clocks|coupling|data ownership|"
        "batch windows"
    ),
    ("Languages", "LNG"): (
        "Rust|Python|Go|Elixir|Kotlin|Zig|Java|Haskell|type inference|borrow checking|"
        "garbage collection|green threads|structured concurrency|pattern matching|macros|"
        "property-based tests|mutation testing|static analysis|compilers|"
        "just-in-time compilation|SIMD|lock-free queues|memory allocators|foreign functions|"
        "package managers|linters|coroutines"
    ),
    ("Cost & Sustainability", "FIN"): (
        "cost allocation|savings plans|rightsizing|spot capacity|carbon accounting|"
        "energy metering|ARM processors|storage tiers|egress fees|unit economics|budget alerts|"
        "tagging policies|idle resources|autoscaling|hardware reuse|heat recovery|procurement|"
        "forecast models|showback|power capping|cold storage|data retention|FinOps"
    ),
    ("Community", "COM"): (
        "open source|code review|mentoring|technical writing|documentation|inclusive hiring|"
        "remote teams|career ladders|conference talks|maintainer burnout|governance|licensing|"
        "first contributions|release notes|public roadmaps|pair programming|mob programming|"
        "retrospectives|feedback|user research|facilitation|teaching|translation|"
        "civic technology"
    ),
}
"""Track and the letters of its codes, with the terms its sessions are made of."""

PLACES = {
    "en": (
        "a ticket office|a parcel depot|a hospital pharmacy|a radio archive|a tram network|"
        "a seed bank|a weather service|a city library|a wind farm|a bakery chain|a ferry line|"
        "a museum|a ski resort|a water utility|a newspaper|a game studio|a bike-sharing scheme|"
        "a recycling plant|a savings bank|an observatory|an opera house|an airport|"
        "a chess server|a school canteen"
    ),
    "fr": (
        "une billetterie|un dépôt de colis|une pharmacie d'hôpital|une radio locale|"
        "un réseau de tramways|une banque de semences|un service météo|"
        "une bibliothèque municipale|un parc éolien|une chaîne de boulangeries|"
        "une ligne de ferries|un musée|une régie des eaux|un journal|un studio de jeux|"
        "une caisse d'épargne|un observatoire|un opéra|un aéroport"
    ),
}

TITLES = {
    "en": (
        "{A} without tears",
        "From {a} to {b}",
        "{A} and {b}: a first date",
        "{A}, {b} and the rest of the stack",
        "What {place} taught us about {a}",
        "Rethinking {a} with {b}",
        "{A} at {place}",
        "The hidden price of {a}",
        "Debugging {a} under pressure",
        "{A} for people who know {b}",
        "Ten years of {a} at {place}",
        "Beyond {a}: {b}",
        "A field guide to {a} and {b}",
        "Replacing {a} by {b}, one service at a time",
        "Inside {a}: the truth about {b}",
        "Small teams, big {a}",
        "Testing {a} before it hurts",
        "{A} or {b}? Measuring instead of guessing",
        "How {place} tamed {a}",
    ),
    "fr": (
        "{A} sans douleur",
        "De {a} à {b}",
        "{A} et {b} en production",
        "{A} : ce qui change pour {place}",
        "Comprendre {a} grâce à {b}",
        "{A} : retour d'expérience après deux ans",
        "Le vrai coût de {a}",
        "{A} ou {b} ? Mesurer avant de choisir",
        "Démystifier {a}",
        "{A}, en coulisses : {place}",
        "Dix erreurs avec {a}, et comment les éviter",
        "{A}, {b} : le mariage de raison",
    ),
}

KIND_TITLES = {
    ("workshop", "en"): (
        "Workshop: {a} and {b}, hands on",
        "Build it yourself: {a} with {b}",
        "Two hours with {a} and {b}",
        "From zero to {a} with {b}",
    ),
    ("workshop", "fr"): (
        "Atelier : {a} et {b}, pas à pas",
        "Atelier : {a} de zéro avec {b}",
    ),
    ("lightning", "en"): (
        "{A} in fifteen minutes, with {b}",
        "{A}: the parts of {b} nobody reads",
        "A short love letter to {a} and {b}",
    ),
    ("lightning", "fr"): (
        "{A} et {b} en un quart d'heure",
        "Une astuce pour {a} et {b}",
    ),
    ("panel", "en"): (
        "Panel: who owns {a}, who owns {b}?",
        "Round table: {a} after {b}",
    ),
    ("panel", "fr"): (
        "Table ronde : {a} face à {b}",
        "Débat : {a} ou {b} ?",
    ),
    ("demo", "en"): (
        "Live: {a} and {b} on stage",
        "Show me {a}: a tour with {b}",
    ),
    ("demo", "fr"): ("Démonstration : {a} et {b} en direct",),
}
"""Titles of the kinds that have their own; the others take `TITLES`."""

KEYNOTES = (
    "Opening keynote: the next ten years of {a}",
    "Morning keynote: {a}, {b} and us",
    "Keynote: what we stopped building",
    "Keynote: slow software, fast teams",
    "Closing keynote: after {a}",
)

SENTENCES = {
    "en": (
        "We compare {a} with {b} on a system that serves {n} requests a minute.",
        "At {place}, {a} grew from a weekend experiment into something {m} teams depend on.",
        "You will see what breaks first in {a}, and what {b} can do about it.",
        "The talk starts with a failure: {m} minutes without {a}, in the middle of the night.",
        "Most guides to {a} stop before {b}; we start there.",
        "Every step comes with numbers from {place}, including the embarrassing ones.",
        "We then add {c} and measure again.",
        "Bring questions about {x}: there is time for them.",
        "No prior knowledge of {b} is needed, a little {x} helps.",
        "The code is open and fits on {m} pages.",
        "We draw the line between {a} and {x}, and explain why it moved twice.",
        "Half of the gain came from {c}, which nobody had on the list.",
        "Expect diagrams, a live demo of {a} and an honest list of drawbacks.",
        "After {m} months of {b}, this is what we would do differently.",
        "The second part is about {c}: how to introduce it, and how to take it out again.",
        "With {n} users on one side and {x} on the other, simple answers were rare.",
        "You leave with a checklist for {a}, {b} and {c}.",
        "We look at three designs, from plain {a} to {c} combined with {x}.",
        "A migration from {b} to {a} at {place} took {m} weeks; the plan had said five.",
        "Everything runs on a laptop, so you can break {a} yourself afterwards.",
    ),
    "fr": (
        "Nous comparons {a} et {b} sur un système qui sert {n} requêtes par minute.",
        "Pour {place}, tout a commencé par {a} et un tableau blanc.",
        "Vous verrez ce qui casse en premier dans {a}, et comment {b} peut l'éviter.",
        "Les chiffres sont ceux d'{place}, y compris les moins flatteurs.",
        "Nous ajoutons ensuite {c}, puis nous mesurons à nouveau.",
        "Aucune connaissance de {b} n'est requise, un peu de {x} peut aider.",
        "Après {m} mois de {b}, voici ce que nous ferions autrement.",
        "La seconde partie traite de {c} : comment l'adopter, et comment s'en passer.",
        "Vous repartez avec une liste de vérifications pour {a}, {b} et {c}.",
        "Le code est ouvert et tient en {m} pages.",
        "Prévoyez des questions sur {x} : nous aurons le temps.",
        "Une démonstration de {a} conclut la séance, réseau permettant.",
    ),
}

SUBTITLES = {
    "en": (
        "Notes from {place}",
        "Lessons after {m} months of {b}",
        "With {c} as a bonus",
        "A story in three outages",
    ),
    "fr": (
        "Carnet de bord : {place}",
        "Les leçons de {m} mois de {b}",
        "Avec {c} en prime",
    ),
}

VENUES = ("Meridian Hall", "Basalt House", "Harbour Annex")
ROOM_NAMES = (
    "Amber|Birch|Cobalt|Delta|Ember|Fjord|Granite|Heron|Indigo|Juniper|Kelp|Lagoon|Maple|Nimbus|"
    "Ochre|Pebble|Quill|Reed|Saffron|Tundra|Umber|Velvet|Willow|Zephyr"
)
THOUSANDS = {"en": ",", "fr": "\u202f"}

PATTERNS = (
    *(((0, 45, "talk"), (60, 45, "talk")),) * 6,
    *(((0, 30, "talk"), (40, 30, "talk"), (80, 30, "talk")),) * 4,
    *(((0, 120, "workshop"),),) * 3,
    *(((0, 60, "panel"), (75, 45, "talk")),) * 2,
    *(tuple((20 * number, 15, "lightning") for number in range(6)),) * 2,
    ((0, 30, "demo"), (45, 60, "talk")),
)
"""What fills a room for two hours: minutes from the block's start, minutes long, kind."""
SPEAKER_COUNTS = {"panel": (3, 4), "workshop": (1, 2), "lightning": (1, 1)}
"""How few and how many speak, by kind; one or two where it is not said."""
