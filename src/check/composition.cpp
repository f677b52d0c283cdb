#include "check/composition.hpp"

#include "rulebook/rule.hpp"

namespace tieout {

std::optional<Composition> composition_of(const Relation& relation, const Expression& constraint) {
    if (!relation.rule->about_parts || constraint.empty()) return std::nullopt;
    const auto node = [&](std::int16_t at) -> const Expression::Node& {
        return constraint.nodes[static_cast<std::size_t>(at)];
    };
    const auto claims = [&](const Expression::Node& of) { return relation.bindings[static_cast<std::size_t>(of.role)].claims; };
    const Expression::Node* root = &constraint.root();
    // What stands behind "or" is what else may hold.
    while (root->op == Operator::logical_or) root = &node(root->left);
    if (root->op != Operator::equal || node(root->left).op != Operator::role) return std::nullopt;
    const Expression::Node& right = node(root->right);
    const auto one = claims(node(root->left));
    if (one.empty()) return std::nullopt;
    if (right.op == Operator::sum) return Composition{one.front(), claims(right), std::nullopt};
    if (right.op != Operator::multiply) return std::nullopt;
    const Expression::Node &whole = node(right.left), &share = node(right.right);
    if (whole.op != Operator::role || share.op != Operator::role || claims(whole).empty() || claims(share).empty())
        return std::nullopt;
    return Composition{claims(whole).front(), one, claims(share).front()};
}

}  // namespace tieout
