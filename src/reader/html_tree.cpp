#include "reader/html_tree.hpp"

#include <time.h>

#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace tieout {

namespace {
/// What ordinary HTML takes of each is below half of it: 60 bytes and 0.6 µs for a byte of nothing but `<p>`.
constexpr std::size_t kMemoryPerByte = 128, kLeastMemory = std::size_t{1} << 20;
constexpr double kSecondsPerByte = 2e-6, kLeastSeconds = 0.25;

/// Of this thread, so that it does not depend on what else the machine does.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Error too_broken(const std::string& name) {
    return {name, 0, 0, "the HTML is nested too deeply or too broken to be read in bounded time and memory",
            "save the draft as plain text or Markdown"};
}

/// Where an element stands that lies deeper than `deepest`; null where none does.
const GumboNode* too_deep(const GumboNode& root, int deepest) {
    struct Level {
        const GumboNode* node;
        unsigned next;
    };
    std::vector<Level> path{{&root, 0}};
    while (!path.empty()) {
        Level& level = path.back();
        const GumboVector& children = children_of(*level.node);
        if (level.next == children.length) {
            path.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children.data[level.next++]);
        if (children_of(*child).length == 0) continue;
        path.push_back({child, 0});
        if (path.size() > static_cast<std::size_t>(deepest)) return child;
    }
    return nullptr;
}
}  // namespace

/// Gives out memory that is freed all at once, and leaves the parser by a jump where it exceeds its limits: gumbo offers no
/// other way to stop it. Nothing of C++ lies between the jump's two ends.
class HtmlTree::Arena {
public:
    explicit Arena(std::size_t input)
        : memory_left_(kLeastMemory + kMemoryPerByte * input),
          deadline_(processor_seconds() + kLeastSeconds + kSecondsPerByte * static_cast<double>(input)) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() {
        for (char* chunk : chunks_) std::free(chunk);
    }

    /// Null where a limit was exceeded.
    const GumboNode* parse(std::string_view html) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void* self, std::size_t size) { return static_cast<Arena*>(self)->allocate(size); };
        options.deallocator = [](void*, void*) {};
        options.userdata = this;
        options.max_errors = 0;
        if (setjmp(stop_) != 0) return nullptr;
        return gumbo_parse_with_options(&options, html.data(), html.size())->document;
    }

private:
    static constexpr std::size_t kChunk = std::size_t{1} << 16, kAlignment = alignof(std::max_align_t);
    static constexpr unsigned kCallsPerLook = 256;

    void* allocate(std::size_t size) {
        size = (size + kAlignment - 1) / kAlignment * kAlignment;
        if (size > memory_left_ || (++calls_ % kCallsPerLook == 0 && processor_seconds() > deadline_)) std::longjmp(stop_, 1);
        memory_left_ -= size;
        if (size > chunk_left_ && !add_chunk(size)) std::longjmp(stop_, 1);
        char* piece = chunk_;
        chunk_ += size;
        chunk_left_ -= size;
        return piece;
    }

    bool add_chunk(std::size_t size) noexcept {
        const std::size_t whole = size > kChunk ? size : kChunk;
        chunk_ = static_cast<char*>(std::malloc(whole));
        if (!chunk_) return false;
        chunks_.push_back(chunk_);
        chunk_left_ = whole;
        return true;
    }

    std::size_t memory_left_;
    double deadline_;
    unsigned calls_ = 0;
    std::vector<char*> chunks_;
    char* chunk_ = nullptr;
    std::size_t chunk_left_ = 0;
    std::jmp_buf stop_;
};

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* document) : arena_(std::move(arena)), document_(document) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html, const std::string& name) {
    if (html.size() > kLargest) {
        return Error{name, 0, 0, "the HTML is larger than " + std::to_string(kLargest >> 20) + " MiB",
                     "save the article alone, without the page's scripts and pictures, or as plain text"};
    }
    auto arena = std::make_unique<Arena>(html.size());
    const GumboNode* document = arena->parse(html);
    if (!document) return too_broken(name);
    if (const GumboNode* deep = too_deep(*document, kDeepest)) {
        const bool element = deep->type == GUMBO_NODE_ELEMENT || deep->type == GUMBO_NODE_TEMPLATE;
        return Error{name, element ? static_cast<int>(deep->v.element.start_pos.line) : 0, 0,
                     "the HTML's elements are nested deeper than " + std::to_string(kDeepest) + " levels",
                     "close the elements that were left open, or save the draft as plain text or Markdown"};
    }
    return HtmlTree(std::move(arena), document);
}

std::string_view attribute_of(const GumboNode& element, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&element.v.element.attributes, name);
    return attribute ? attribute->value : std::string_view();
}

const GumboVector& children_of(const GumboNode& node) {
    switch (node.type) {
        case GUMBO_NODE_DOCUMENT:
            return node.v.document.children;
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE:
            return node.v.element.children;
        default:
            return kGumboEmptyVector;
    }
}

}  // namespace tieout
